"""Read articles in this process, and print the processor time: ``python -I bench/within.py FILE COUNT``.

For a Python that has the package installed and not this folder: nothing else of it is imported.
"""

from __future__ import annotations

import json
import sys
import time
from itertools import islice
from pathlib import Path

from kg.extract import extract
from kg.model import codec
from kg.model.verify import verify

if __name__ == "__main__":
    _, file, count = sys.argv
    with Path(file).open(encoding="utf-8") as lines:
        articles = [codec.article_from_row(json.loads(line)) for line in islice(lines, int(count))]
    for article in articles[:50]:
        extract(article)  # the lexicon is compiled once a process, not once a round
    start = time.process_time()
    for article in articles:
        verify(extract(article))
    print(time.process_time() - start)
