"""What the desk shows of an article: every record as a card, looked up when the article is opened."""

from rumours.editorial.desk.cards.finding import find
from rumours.editorial.desk.cards.overlay import overlay
from rumours.editorial.desk.cards.state import card_of, state_of
from rumours.editorial.desk.cards.text import text_of

__all__ = ["card_of", "find", "overlay", "state_of", "text_of"]
