"""make score: how well the tagger does where the right answer is known, against the last recorded figures.

The project's own articles are scored always. Those of ../shared, where it is, are scored by its own tool: "cold" with
the reference data of seeds/ alone, "warm" with that of ../shared/data too. Their databases are made once and kept in
var/score until what they were made from changes. RECORD=1 writes the figures down, VERBOSE=1 tells of each article.
"""

import json
import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from shutil import copyfile

from rumours.calendar import Calendar
from rumours.intake import clean, read
from rumours.tagging import tag
from rumours.tagging.answers import answer
from tests.tagging.invented_world import ARTICLES, gazetteer
from tests.tagging.scoring import Score

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SCORER, GOLD, DATA = SHARED / "tools" / "score_tagging.py", SHARED / "articles", SHARED / "data"
KEPT = ROOT / "var" / "score"
RECORDED = ROOT / "tests" / "tagging" / "figures.json"
SEEDS = sorted((ROOT / "seeds").glob("*.csv"))
MORE = [DATA / "clubs.csv", DATA / "players.csv.gz"]
# What decides how the reference data stand in a database.
LOADERS = ("migrations/*.py", "models/*.py", "editorial/loading/*.py", "intake/table*.py", "text/folding.py")

Figures = dict[str, float]
_LINE = re.compile(r"(?P<name>[a-z ]+?) {2,}(?:precision .* F1 )?(?P<value>[01]\.\d+) ")
_CUT = re.compile(r"quotes cut exactly +(\d+) of (\d+)")
_NAMES = {"articles without a link left clean": "clean"}


def main() -> None:
    """Score, compare and, where asked to, record."""
    figures = {f"own {folder}": own(folder) for folder in ("tuned", "held")}
    if SCORER.exists() and GOLD.is_dir():
        figures |= {"cold": theirs(database("cold", SEEDS, [])), "warm": theirs(database("warm", SEEDS, MORE))}
    else:
        say("There is no ../shared: only the project's own articles were scored.")
    recorded: dict[str, Figures] = json.loads(RECORDED.read_text()) if RECORDED.exists() else {}
    say(table(figures, recorded))
    say(*changes(figures, recorded))
    if os.environ.get("RECORD"):
        RECORDED.write_text(json.dumps(recorded | figures, indent=2, sort_keys=True) + "\n")
        say(f"Recorded in {RECORDED.relative_to(ROOT)}.")


def say(*lines: str) -> None:
    """Lines for whoever waits."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


def own(folder: str) -> Figures:
    """The figures of tests/articles/`folder`, under the names of the invented world."""
    names, calendar, score = gazetteer(), Calendar(), Score()
    silent = 0
    for path in sorted((ARTICLES / folder).glob("*.txt")):
        document = clean(read(path.read_bytes(), name=path.name))
        gold = json.loads(path.with_suffix(".json").read_text())
        score.add(path.stem, gold, answer(document, tag(document, names, calendar), names))
        silent += not gold["links"]
    figures = score.figures() | {"clean": 1 - len(score.unasked) / max(silent, 1)}
    return {name: round(value, 3) for name, value in figures.items()}


def theirs(file: Path) -> Figures:
    """The figures of ../shared/articles under the names in a database."""
    command = [sys.executable, str(SCORER), str(GOLD), "--command", f"{sys.executable} manage.py suggest"]
    verbose = ["--verbose"] if os.environ.get("VERBOSE") else []
    done = subprocess.run([*command, *verbose], cwd=ROOT, env=_at(file), check=True, stdout=subprocess.PIPE, text=True)
    if verbose:
        say(f"--- {file.stem}", done.stdout)
    return figures_of(done.stdout)


def figures_of(printed: str) -> Figures:
    """What the scoring tool of ../shared prints, by the names that the project's own figures have."""
    found: Figures = {}
    for line in printed.splitlines():
        cut = _CUT.match(line)
        match = _LINE.match(line)
        if cut:
            found["cut"] = round(int(cut[1]) / max(int(cut[2]), 1), 3)
        elif match:
            name = _NAMES.get(match["name"], match["name"].removeprefix("link ").removeprefix("quote "))
            found[name] = float(match["value"])
    return found


def database(name: str, seeds: list[Path], more: list[Path]) -> Path:
    """A database with these files loaded: the one that is kept, or made now."""
    file = KEPT / f"{name}-{_key([*seeds, *more])}.sqlite3"
    if not file.exists():
        say(f"Making the {name} database; it is kept for the next time.")
        KEPT.mkdir(parents=True, exist_ok=True)
        making = KEPT / f"{name}-{os.getpid()}.making"
        base = database("cold", seeds, []) if more else None
        if base is not None:
            copyfile(base, making)
        _manage(making, "migrate")
        _manage(making, "load_reference", *map(str, more or seeds))
        for old in KEPT.glob(f"{name}-*.sqlite3"):
            old.unlink()
        making.replace(file)
    return file


def _key(files: list[Path]) -> str:
    """Tells whether a kept database is still of these files and of the code that loads them."""
    digest = sha256()
    code = [path for pattern in LOADERS for path in sorted((ROOT / "rumours").glob(pattern))]
    for path in [*files, *code]:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _manage(file: Path, *words: str) -> None:
    command = [sys.executable, "manage.py", *words, "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=_at(file), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _at(file: Path) -> dict[str, str]:
    return os.environ | {"SITE_ENV": "development", "DATABASE_URL": f"sqlite:///{file}"}


def table(figures: dict[str, Figures], recorded: dict[str, Figures]) -> str:
    """One row a figure, one column a set of articles: the figure, and how far it is from the recorded one."""
    names = list(dict.fromkeys(name for found in figures.values() for name in found))
    lines = [f"{'':<12}" + "".join(f"{each:<16}" for each in figures)]
    for name in names:
        cells = [_cell(found.get(name), recorded.get(each, {}).get(name)) for each, found in figures.items()]
        lines.append(f"{name:<12}" + "".join(f"{cell:<16}" for cell in cells))
    return "\n".join(line.rstrip() for line in lines)


def _cell(now: float | None, then: float | None) -> str:
    if now is None:
        return "–"
    moved = "" if then is None or now == then else f" {now - then:+.3f}"
    return f"{now:.3f}{moved}"


def changes(figures: dict[str, Figures], recorded: dict[str, Figures]) -> list[str]:
    """What was gained and lost, as sentences."""
    gained: list[str] = []
    lost: list[str] = []
    for each, found in figures.items():
        for name, now in found.items():
            then = recorded.get(each, {}).get(name)
            if then is not None and now != then:
                (gained if now > then else lost).append(f"{each} {name} {then:.3f} to {now:.3f}")
    if not gained and not lost:
        return ["Nothing gained, nothing lost." if recorded else "No figures were recorded before."]
    return [f"{what}: {', '.join(those)}." for what, those in (("Gained", gained), ("Lost", lost)) if those]


if __name__ == "__main__":
    main()
