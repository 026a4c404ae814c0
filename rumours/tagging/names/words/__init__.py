"""The word lists that reading names needs, one idea a file; all folded: lower-case ASCII."""


def listed(block: str) -> frozenset[str]:
    """The words of a block of text."""
    return frozenset(block.split())
