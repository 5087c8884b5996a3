"""Store → rows and networkx graphs.

``rows`` holds the shapes, ``tables`` reads them from a store, ``register`` puts together what the networks need,
``levels`` says at which level of government a body or a post stands, ``network`` builds the two networks.
"""
