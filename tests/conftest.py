"""What holds for all tests: hypothesis draws the same examples each time, and a slow day fails none of them."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
