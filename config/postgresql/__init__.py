"""Django's PostgreSQL, as an engine of our own: who knows that the server is away does not wait for it at length."""
