"""The two pictures: one HTML file each, a network to search, filter and grow, with the sentences behind it."""

from __future__ import annotations

from pathlib import Path

from kg.export.attendance import attendance_scene
from kg.export.chairs import chairs_scene
from kg.export.exporter import Exporter
from kg.export.page import page
from kg.export.whole import write_whole
from kg.graph.store import Store
from kg.view.register import Register
from kg.view.tables import read_register


def write_pictures(store: Store, folder: Path) -> tuple[Path, Path]:
    """Write ``chairs.html`` and ``attendance.html``, reading the store once."""
    register = read_register(store)
    return draw_chairs(register, folder), draw_attendance(register, folder)


def draw_chairs(register: Register, folder: Path) -> Path:
    """Write ``chairs.html``: officials and the meetings that they chaired."""
    return write_whole(folder / "chairs.html", page(chairs_scene(register)).encode())


def draw_attendance(register: Register, folder: Path) -> Path:
    """Write ``attendance.html``: who was at meetings with whom."""
    return write_whole(folder / "attendance.html", page(attendance_scene(register)).encode())


def _chairs(store: Store, folder: Path) -> tuple[Path, ...]:
    return (draw_chairs(read_register(store), folder),)


def _attendance(store: Store, folder: Path) -> tuple[Path, ...]:
    return (draw_attendance(read_register(store), folder),)


CHAIRS = Exporter("chairs", ".html", _chairs)
ATTENDANCE = Exporter("attendance", ".html", _attendance)
