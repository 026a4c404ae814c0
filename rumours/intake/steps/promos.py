"""Trailers, links to other articles and newsletters: they name players and clubs that the article is not about."""

import re
from itertools import takewhile

from rumours.choices import AsideKind
from rumours.intake.draft import Draft
from rumours.text import Span, sentences, title_like

# "Category: General Sports", also at the end of a text in one line.
_CATEGORY = re.compile(r"(?:categor(?:y|ies)|tags?|filed under|posted in|topics?)\s*:\s*[^\n]{0,200}", re.IGNORECASE)
_CATEGORY_AT_END = re.compile(r"(?<=\s)(?:Category|Categories|Tags|Filed under|Posted in): [^\n.]{1,80}\Z")

# A line that leads to another article. Known miss: a link without any label.
_LEADS_ON = re.compile(
    r"""\W*(?:
        (?:more|related|recommended|watch|video|listen|gallery|poll|quiz|in[ -]depth|icymi|live)\s*[:>→].*
      | [➡👉▶►⚫»›][\W_]*\w.*[\w’'”"?)]
      | have\s+you\s+(?:seen|read)\b.{0,40}\?
      | (?:most|top)\s+(?:watched|read|popular|viewed|commented|shared)\b[\w\s]{0,30}
      | [-•]\s*(?:stream\s+on|done\s+deals|transfer\s+news\s+live|see\s+all|keep\s+up|how\s+to\s+watch)\b.*
      | more\s+(?:on|from)\b[^.]{1,60}:.*
      | (?:read|see|also\s+read|read\s+also|see\s+also)\s*(?:more|next|also|full\s+story)?\s*[:>→👇➡].*
      | read\s+(?:more|next|also|full\s+story)\b\W*(?:here\W*)?
      | (?:READ|MORE|GO|DIG)\s+(?:MORE|NEXT|ALSO|DEEPER|THE\s+LATEST|FROM)\b.*
      | DON[’']T\s+MISS\b.*
      | (?:also|leggi\s+anche|lire\s+aussi|lee\s+también|lea\s+también|mehr\s+zum\s+thema|leia\s+também)\s*:.*
      | related\s+(?:articles?|stories|topics?|news|posts?)\W*
      | more\s+(?:trending|stories|information|[\w\s]{2,30}\sstories)\W*
      | latest\s+(?:headlines|stories|news|transfer\s+news|[\w\s]{2,30}\snews)\b(?:\s*[:–-].*)?
      | listen\s+(?:now|to\s+this\s+article)\b.*
      | read\s+the\s+(?:latest|full\s+analysis)\b.*
    )""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_LABEL_ALONE = re.compile(
    r"\W*(?:read|related|more|latest|recommended|most|top|have\s+you)\b[\w\s]{0,30}\W*", re.IGNORECASE
)

# What asks the reader to sign up, follow, share or pay.
_ASKS = re.compile(
    r"""\b(?:
        newsletters? | sign\s+up\s+(?:here|to|for|now) | subscribe\s+(?:to|now|for|here) | you\s+are\s+now\s+subscribed
      | joining\s+our\b.{0,40}\b(?:channel|group|community) | (?:our|free)\s+daily\s+email
      | preferred\s+source\s+on\s+google | vote\s+for\s+.{1,60}\s+(?:here|as|in) | one-click\s+x\s+link
      | never\s+miss\s+a\s+(?:moment|kick-off|story|goal) | win\s+cash\s+prizes? | sign-?up\s+to\s+continue
      | calling\s+all\b.{1,30}\bfans | contact\s+us\s+(?:through|at|via|here|on) | catch\s+all\s+the\b.{0,60}\bnews
      | before\s+commenting | join\s+thought-provoking | our\s+journalists\s+work\s+hard
      | (?:straight|direct(?:ly)?)\s+(?:in)?to\s+your\s+(?:inbox|mobile|phone|email) | whatsapp\s+channel
      | unlimited\s+access | full\s+access\s+to\s+premium | download\s+(?:our|the)\b.{0,40}\bapp
      | (?:follow|like|find|join)\s+(?:us|our|[\w\s]{2,40}?)\s+on\s+(?:x|twitter|facebook|instagram|bluesky|youtube
        |tiktok|threads|telegram|whatsapp|google\s+news)
      | more\s+stories\s+like\s+this | click\s+here | ensure\s+you\s+see\s+stories\s+from\s+us
      | join\s+(?:our\s+commenting|the\s+(?:debate|conversation)) | submit\s+your\s+article | post\s+your\s+comments?
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# One of these is in whatever asks: looked for first, for the pattern is slow.
_SIGNS_OF_ASKING = (
    "newsletter", "sign", "subscribe", "daily", "preferred", "vote", "click", "never", "win", "calling", "contact",
    "catch", "before", "join", "journalists", "your", "whatsapp", "unlimited", "premium", "download", "follow", "like",
    "find", "ensure", "submit",
)  # fmt: skip
_FURNITURE = re.compile(
    r"\W*(?:advertisement|shares?|tweet|flip|print|e-?mail|bookmark(?: \S{1,40})?|comments?(?:go to comments)?"
    r"|issued on:?(?:\s*modified:?)?|published\s*(?:\d.{1,30})?|subscribe|sport|updated (?:at|on)\b.{1,40}"
    r"|audio by \w+|\d{1,2} (?:minutes?|hours?|days?)(?: ago)?(?: -)?|view site in\W.{0,20}|null in null"
    r"|you can watch .{1,80} on youtube|admin comment"
    r"|newsletter signup|stay up.to.date|go deeper|download our app|what.s on today\?|read more here"
    r"|a photo posted by on|join the club)\W*",
    re.IGNORECASE,
)
_LONGEST_PROMO = 400  # characters
_LONGEST_TRAILER = 100
_LONGEST_BOX_LINE = 250
_BOX_TITLE_WORDS = 8
_LABEL_WORDS = 3
_MOST_LABELS = 3
_MOST_TITLES = 12  # after a label that stands alone
_NEAR_THE_TOP = 2  # paragraphs: what follows a label there is the article's own headline
_BULLET = re.compile(r"[-•*·]\s+")
_SPEECH = re.compile(r"[“\"].{25,}[”\"]")


def separate_promos(draft: Draft) -> Draft:
    """Category trailers, links to other articles, newsletter blocks and page furniture, each paragraph or line."""
    paragraphs = draft.paragraphs()
    promos = _promos([words for _, words in paragraphs])
    pieces = [
        (span, AsideKind.CATEGORY if _CATEGORY.fullmatch(words) else AsideKind.PROMO)
        for place, (span, words) in enumerate(paragraphs)
        if place in promos or _CATEGORY.fullmatch(words)
    ]
    draft = draft.set_aside(pieces)
    text = draft.text.rstrip()
    trailer = _CATEGORY_AT_END.search(text, max(0, len(text) - _LONGEST_TRAILER))
    return draft.set_aside([(Span(*trailer.span()), AsideKind.CATEGORY)]) if trailer else draft


def _promos(texts: list[str]) -> set[int]:
    """The places of the paragraphs that are promos."""
    asking = {place for place, words in enumerate(texts) if _asks(words)}
    leading = {place for place, words in enumerate(texts) if _leads_on(words)}
    labels = set(range(sum(1 for _ in takewhile(_is_section_label, texts[:_MOST_LABELS]))))
    return asking | leading | labels | _boxes(texts, asking) | _listed(texts, leading)


def _boxes(texts: list[str], asking: set[int]) -> set[int]:
    """What stands in a newsletter's box beside the lines that ask: its title, and up to two lines between them."""
    box: set[int] = set()
    for place in asking:
        if place and title_like(texts[place - 1]) and len(texts[place - 1].split()) <= _BOX_TITLE_WORDS:
            box.add(place - 1)
        following = next((later for later in range(place + 2, place + 4) if later in asking), None)
        if following and all(len(words) < _LONGEST_BOX_LINE for words in texts[place + 1 : following]):
            box.update(range(place + 1, following))
    return box


def _listed(texts: list[str], leading: set[int]) -> set[int]:
    """The headlines under a label that stands alone ("READ NEXT:"); where the story goes on the last is its heading."""
    listed: set[int] = set()
    for place in leading:
        if place >= _NEAR_THE_TOP and _LABEL_ALONE.fullmatch(texts[place]):
            following = texts[place + 1 : place + 1 + _MOST_TITLES]
            length = sum(1 for _ in takewhile(lambda words: title_like(_BULLET.sub("", words)), following))
            has_heading = length > 1 and place + 1 + length < len(texts) and not _BULLET.match(following[length - 1])
            listed.update(range(place + 1, place + 1 + length - has_heading))
    return listed


def _is_section_label(words: str) -> bool:
    """Whether a line at the top is the site's own section ("Sport", "Premier League • England"), not a headline."""
    named = re.findall(r"[\w'’.&-]+", words)
    return len(named) <= _LABEL_WORDS and all(word[0].isupper() for word in named) and title_like(words)


def _asks(words: str) -> bool:
    if len(words) > _LONGEST_PROMO:
        return False
    small = words.lower()
    is_possible = any(sign in small for sign in _SIGNS_OF_ASKING)
    return is_possible and bool(_ASKS.search(words)) and not _SPEECH.search(words)


def _leads_on(words: str) -> bool:
    """Whether the line is a link to another article or a button of the page."""
    if len(words) > _LONGEST_PROMO or "\n" in words:
        return False
    return bool(_LEADS_ON.fullmatch(words) or _FURNITURE.fullmatch(words))


# "... this month. Reds fans reactBlues 'keen' on Okoro": a small letter runs into a large one, or a title's colon.
_RUN_ON = re.compile(r"[a-zà-ÿ][A-Z][a-z]|[’'”\"]: ")
# "... in 1990.'I am off': Okoro on his future": no space after the full stop.
_GLUE = re.compile(r"(?<=[a-z0-9][.!?])(?=[‘'“\"]?[A-Z])")


def separate_glued_promo(draft: Draft) -> Draft:
    """Other articles' headlines that run on after the last full stop of the text."""
    paragraphs = draft.paragraphs()
    if not paragraphs:
        return draft
    span, words = paragraphs[-1]
    start = sentences(words)[-1].start
    glue = next(_GLUE.finditer(words, start), None)
    rest = words[glue.start() if glue else start :]
    unfinished = len(rest) <= _LONGEST_PROMO and rest[-1] not in ".!?…\"”’'"
    if len(rest) == len(words) or not unfinished or not _RUN_ON.search(rest):
        return draft
    return draft.set_aside([(Span(span.end - len(rest), span.end), AsideKind.PROMO)])
