"""What is sent from process to process arrives as it was."""

import pickle
from dataclasses import fields
from pathlib import Path

import pytest

from rumours.editorial.batches.sending import SENT, send_by_value
from rumours.intake import clean, read
from rumours.tagging import tag
from tests.tagging.invented_world import ARTICLES, gazetteer

FILES = sorted((ARTICLES / "tuned").glob("*.txt"))[:12]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_findings_arrive_as_they_were(path: Path) -> None:
    send_by_value()
    findings = tag(clean(read(path.read_bytes(), name=path.name)), gazetteer())
    assert pickle.loads(pickle.dumps(findings)) == findings  # noqa: S301 - our own
    assert findings.mentions


@pytest.mark.parametrize("kind", SENT)
def test_each_kind_is_made_from_several_fields_in_their_order(kind: type) -> None:
    """Of one field alone the value would be no tuple; one that is kept from `__init__` would be lost."""
    assert len(fields(kind)) > 1
    assert all(field.init for field in fields(kind))
