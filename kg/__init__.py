"""Chinese government meeting reports as a knowledge graph, each fact tied to the sentence that says it.

The house, in the order in which a report walks through it::

    pages ──source──▶ Article ──extract──▶ Extraction ──graph──▶ Store (one named graph per article)
                                                │
                                  resolve ──▶ Resolution ──graph──▶ Store (links between canonical ids)
                                                │
    Store ──view──▶ tables and networks ──export──▶ files

``model`` holds the nouns, ``lexicon`` the words, ``pipeline`` the stages in order, ``evaluate`` the scores,
``app`` the command line, ``api`` the names for use from Python. This module imports nothing, so that ``import kg`` stays cheap.
"""
