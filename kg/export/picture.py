"""The two pictures: one HTML file each, a network to search, filter and grow, with the sentences behind it."""

from __future__ import annotations

from pathlib import Path

from kg.export.attendance import attendance_scene
from kg.export.chairs import chairs_scene
from kg.export.page import page
from kg.export.whole import write_whole
from kg.view.register import Register


def write_chairs(register: Register, target: Path) -> Path:
    """Write ``chairs.html``: officials and the meetings that they chaired."""
    return write_whole(target, page(chairs_scene(register)).encode("utf-8"))


def write_attendance(register: Register, target: Path) -> Path:
    """Write ``attendance.html``: who was at meetings with whom."""
    return write_whole(target, page(attendance_scene(register)).encode("utf-8"))
