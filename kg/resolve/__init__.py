"""Summaries of extractions → Resolution: who is the same official, what is the same meeting, and why."""

from kg.resolve.resolving import resolve

__all__ = ["resolve"]
