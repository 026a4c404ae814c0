"""What the desk shows of an article: every record as a card, looked up when the article is opened."""
