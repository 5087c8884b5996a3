"""The public names of the package."""

from __future__ import annotations

import kg.api


def test_the_public_names_are_sorted_and_there() -> None:
    assert kg.api.__all__ == sorted(kg.api.__all__)
    assert all(hasattr(kg.api, name) for name in kg.api.__all__)
    assert len(kg.api.__all__) <= 15
