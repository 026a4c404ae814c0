"""The cleaning steps: each takes a Draft and gives one, and says what it is for."""
