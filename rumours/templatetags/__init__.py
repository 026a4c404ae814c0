"""Tags and filters of the public templates: formatting only, no query."""
