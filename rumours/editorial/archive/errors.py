"""Why a file cannot become a site."""


class ArchiveError(ValueError):
    """The file or the site is not as it must be; the message is one line for whoever runs the command."""


class DamagedLine(ArchiveError):
    """A line is not what the format says; the message begins with its number."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"line {line}: {why}")
        self.line = line
