"""Pure text work shared by every layer: folding names, spans and offsets, paragraphs, fingerprints. No Django here."""

from .documents import AsideText, Document
from .fingerprints import bands, fingerprint, overlap, simhash
from .folding import Folded, fold, fold_with_offsets
from .layout import headings, paragraphs, sentences, title_like
from .normal import normalise, normalise_with_offsets
from .offsets import OffsetMap, Run, TracedText
from .spans import Segment, Span, segments

__all__ = [
    "AsideText",
    "Document",
    "Folded",
    "OffsetMap",
    "Run",
    "Segment",
    "Span",
    "TracedText",
    "bands",
    "fingerprint",
    "fold",
    "fold_with_offsets",
    "headings",
    "normalise",
    "normalise_with_offsets",
    "overlap",
    "paragraphs",
    "segments",
    "sentences",
    "simhash",
    "title_like",
]
