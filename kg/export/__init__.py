"""Store → files: one module per format, each with its line in :data:`EXPORTERS`.

To add one, write a module with an ``Exporter``, name it here and in ``templates/texts.toml``, and test it.
"""

from __future__ import annotations

from kg.errors import KgError
from kg.export import csv_files, gexf, graphml, picture, rdf
from kg.export.exporter import Exporter

EXPORTERS: tuple[Exporter, ...] = (
    rdf.TURTLE,
    rdf.TRIG,
    rdf.NQUADS,
    rdf.JSONLD,
    csv_files.CSV,
    graphml.GRAPHML,
    gexf.GEXF,
    picture.CHAIRS,
    picture.ATTENDANCE,
)


def exporter(name: str) -> Exporter:
    """Return the exporter of a format.

    Raises:
        KgError: if there is none; the message lists those there are.
    """
    for found in EXPORTERS:
        if found.name == name:
            return found
    raise KgError(f"no export format {name!r}: there are {', '.join(each.name for each in EXPORTERS)}")
