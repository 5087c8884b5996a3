"""Extraction → Store: the only home of rdflib and pyoxigraph, whose values stay here (but for `Store.rdflib`)."""
