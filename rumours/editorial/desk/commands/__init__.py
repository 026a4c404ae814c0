"""What is done at the tagging desk: one request at a time, each undone by its own decision."""

from rumours.editorial.desk.commands.asking import Asked
from rumours.editorial.desk.commands.doing import Outcome, do
from rumours.editorial.desk.commands.errors import BadAsked, NoteNeeded, Stale

__all__ = ["Asked", "BadAsked", "NoteNeeded", "Outcome", "Stale", "do"]
