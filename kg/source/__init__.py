"""The world → Article: one reader per format, and the segmenter that turns a page into articles.

===========  ==========================================================================================
walk         the sources in order; a file that cannot be read is an error *value* beside the articles
jsonl        JSON Lines of articles, streamed
page         a ``.txt`` file → Page → Articles
decode       bytes → text, or an error that names the byte
segment      Page → Articles; its stages are lines, masthead, pieces, layout, chains, headlines, compose
===========  ==========================================================================================
"""
