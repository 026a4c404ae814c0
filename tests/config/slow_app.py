"""An application for a server under test: each answer takes a moment, and tells which process gave it."""

import os
import time
from collections.abc import Callable, Iterable
from typing import Any

SECONDS = 0.5


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    if environ["PATH_INFO"] != "/ready":
        time.sleep(SECONDS)
    body = str(os.getpid()).encode()
    start("200 OK", [("Content-Length", str(len(body)))])
    return [body]
