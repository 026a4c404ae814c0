"""Who may go where, now: the moves a text reports.

Wordings (`cues`) are found in each sentence, each with the players and buyers it names (`claims`); what a sentence
leaves out is carried over from before, and what is said of one player and one buyer adds up (`weighing`).
"""

from rumours.tagging.links.finding import find_links

__all__ = ["find_links"]
