"""Reference data from CSV files: matched with what is stored, filled in, never doubled; all of it or nothing."""

from .files import load_files
from .summary import LoadSummary

__all__ = ["LoadSummary", "load_files"]
