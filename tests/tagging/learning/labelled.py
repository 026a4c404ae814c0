"""Writes labelled articles into folders to learn from: `python -m tests.tagging.learning.labelled UNLABELLED FOLDER`

UNLABELLED is ../shared/articles/unlabelled.jsonl.gz; `labels.json` says, by the article's id, which moves it reports
and whom it credits (facts only; the texts stay where they are). FOLDER gets NAME.txt and NAME.json as in
../shared/articles, under `learn` for those that rules and weights were made with and `held` for the others.
"""

import gzip
import json
import sys
from pathlib import Path

LABELS = Path(__file__).with_name("labels.json")
FIELDS = ("player", "from", "to", "window", "stage", "kind", "doubtful")


def main() -> None:
    """Write every labelled article that the file holds."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    unlabelled, folder = Path(sys.argv[1]), Path(sys.argv[2])
    labels = json.loads(LABELS.read_text(encoding="utf-8"))
    for part in ("learn", "held"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    with gzip.open(unlabelled, "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            label = labels.get(article["id"])
            if label is None:
                continue
            day = article["date"]
            opening = f" date {day[:4]}-{day[4:6]}-{day[6:8]} " if label["dated"] else ""
            links = [dict(zip(FIELDS, link, strict=True)) for link in label["links"]]
            base = folder / ("held" if label["held"] else "learn") / article["id"]
            base.with_suffix(".txt").write_text(opening + article["body"], encoding="utf-8")
            base.with_suffix(".json").write_text(json.dumps({"links": links, "sources": label["sources"]}))


if __name__ == "__main__":
    main()
