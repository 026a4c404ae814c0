"""Pure text work shared by every layer: folding names, spans and offsets, paragraphs, fingerprints. No Django here."""

from rumours.text.documents import AsideText, Document
from rumours.text.fingerprints import bands, fingerprint, overlap, simhash
from rumours.text.folding import Folded, fold, fold_with_offsets
from rumours.text.layout import headings, paragraphs, sentences, title_like
from rumours.text.normal import normalise, normalise_with_offsets
from rumours.text.offsets import OffsetMap, Run, TracedText
from rumours.text.spans import Segment, Span, segments

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
