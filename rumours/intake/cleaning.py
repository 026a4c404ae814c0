"""The list of steps from a raw article to a clean document, in the order in which they must run."""

from collections.abc import Callable

from rumours.choices import DatePrecision
from rumours.intake.draft import Draft
from rumours.intake.language import guess_language
from rumours.intake.records import MARKDOWN, IntakeError, RawArticle
from rumours.intake.steps.captions import separate_captions
from rumours.intake.steps.dates import take_date_line, take_date_prefix
from rumours.intake.steps.endings import separate_endings
from rumours.intake.steps.headlines import cut_glued_headline, drop_repeated_headlines, drop_teaser, find_headline
from rumours.intake.steps.markup import strip_markdown
from rumours.intake.steps.promos import separate_glued_promo, separate_promos
from rumours.intake.steps.whitespace import tidy
from rumours.text import Document, headings, normalise, normalise_with_offsets

MOST_LINES = 10_000

Step = Callable[[Draft], Draft]

# Dates first, for they stand before the headline; captions before headlines, for a caption may be title-like;
# the teaser is told by what follows it, so repeated headlines between the two must be gone.
STEPS: tuple[Step, ...] = (
    strip_markdown,
    take_date_prefix,
    take_date_line,
    separate_captions,
    separate_promos,
    cut_glued_headline,
    find_headline,
    drop_repeated_headlines,
    drop_teaser,
    separate_glued_promo,
    separate_endings,
    tidy,
)


def clean(raw: RawArticle) -> Document:
    """The document in `raw`: body, headline if it has one, asides, headings, date if it says one, language guess.

    Raises IntakeError when it has more lines than any article, or when nothing is left to read once captions, promos
    and the like are set apart.
    """
    if raw.text.count("\n") > MOST_LINES:
        raise IntakeError(f"it has more than {MOST_LINES:,} lines")
    draft = Draft(
        normalise_with_offsets(raw.text),
        headline=" ".join(normalise(raw.title).split()) or None,
        published=raw.published,
        precision=DatePrecision.DAY if raw.published else DatePrecision.UNKNOWN,
        is_markdown=raw.content_type == MARKDOWN,
    )
    for step in STEPS:
        draft = step(draft)
    if not draft.text:
        raise IntakeError("nothing is left once headline, captions and promos are set apart")
    return Document(
        headline=draft.headline,
        body=draft.text,
        asides=draft.aside_texts(),
        headings=tuple(headings(draft.text)),
        published=draft.published,
        precision=draft.precision,
        language=guess_language(draft.text),
        offsets=draft.offsets,
    )
