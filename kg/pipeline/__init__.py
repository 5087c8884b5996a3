"""The stages in order: sources → articles → extractions → graph → pictures. The command line and notebooks call only this.

:func:`read` and :func:`extractions` stream; :func:`build` goes all the way. What cannot be read or does not hold is a
:class:`Problem` beside what can: nothing is lost without a word, and nothing good is lost for something bad. Libraries are
loaded by the stage that needs them.
"""

from kg.pipeline.building import Report, build
from kg.pipeline.evaluating import Assessment
from kg.pipeline.extracting import extract, extractions, lines
from kg.pipeline.reading import Problem, read, sample

__all__ = ["Assessment", "Problem", "Report", "build", "extract", "extractions", "lines", "read", "sample"]
