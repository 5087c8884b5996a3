"""``bench`` stands beside ``kg`` and is no part of the package: its tests find it from the project's root."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
