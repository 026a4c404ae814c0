"""The web server is killed while editors publish and decide: what they were told is stored, once, and not torn."""

import contextlib
import http.client
import subprocess
import threading
import time
from uuid import uuid4

import pytest

from tests.faults.site import NAME, PASSWORD, Site, close
from tests.faults.visitor import Visitor

pytestmark = pytest.mark.faults
DRAFTS = "SELECT id FROM rumours_article WHERE status = 'draft' ORDER BY id"
PUBLISHED = "SELECT count(*) FROM rumours_article WHERE status = 'published'"
DERIVED = "SELECT id, is_public, stage_group, report_count FROM rumours_transferlink ORDER BY id"
DECISIONS, MENTIONS = "SELECT count(*) FROM rumours_decision", "SELECT count(*) FROM rumours_mention"
HALF = (
    "SELECT count(*) FROM rumours_article a JOIN rumours_report r ON r.article_id = a.id"
    " JOIN rumours_transferlink l ON l.id = r.link_id"
    " WHERE (a.status = 'published') <> l.is_public"
)
LOST = (OSError, http.client.HTTPException)


def test_publishing_is_whole_or_not_at_all(site: Site) -> None:
    drafts, acknowledged, asked = [pk for (pk,) in site.rows(DRAFTS)], 0, 0
    before = site.number(PUBLISHED)
    for _ in range(3):
        server = site.serve()
        editor = Visitor(site.port).log_in(NAME, PASSWORD)
        for left in range(4, 0, -1):
            killer = _killing(server, editor.port) if left == 1 else None
            asked += 1
            with contextlib.suppress(*LOST):
                acknowledged += editor.send(f"/admin/rumours/article/{drafts.pop(0)}/step/publish/").status == 302
            if killer:
                killer.join()
        stored = site.number(PUBLISHED) - before
        assert acknowledged <= stored <= asked
        assert site.number(HALF) == 0
    assert acknowledged >= 9
    as_stored = site.rows(DERIVED)
    site.must("refresh")
    assert site.rows(DERIVED) == as_stored


def test_a_decision_that_is_asked_again_after_the_crash_is_done_once(site: Site) -> None:
    """The desk keeps what it has not been answered, and asks again under the same id."""
    [(article,), *_] = site.rows(DRAFTS)
    [(club,), *_] = site.rows("SELECT id FROM rumours_club ORDER BY id")
    address = f"/admin/rumours/article/{article}/tag/do/"
    payload = {
        "client_id": str(uuid4()), "sitting": "one", "verb": "add_name", "card": None, "version": None, "note": "",
        "values": {"subject": {"kind": "club", "id": club}, "evidence": [[0, 5]]},
    }  # fmt: skip
    statuses = []
    for _ in range(2):
        server = site.serve()
        editor = Visitor(site.port).log_in(NAME, PASSWORD)
        killer = _killing(server, editor.port)
        try:
            statuses.append(editor.send_json(address, payload).status)
        except LOST:
            statuses.append(0)
        killer.join()
    site.serve()
    editor = Visitor(site.port).log_in(NAME, PASSWORD)
    last = [editor.send_json(address, payload) for _ in range(2)]
    assert [answer.status for answer in last] == [200, 200], last[0].body[:500]
    assert (site.number(DECISIONS), site.number(MENTIONS)) == (1, 1)
    assert set(statuses) <= {0, 200}


def _killing(server: subprocess.Popen[str], port: int) -> threading.Thread:
    """Kill it in a few milliseconds: before, while or after the request that is sent meanwhile is worked on."""

    def kill_it() -> None:
        time.sleep(0.03)
        close(server)

    thread = threading.Thread(target=kill_it)
    thread.start()
    return thread
