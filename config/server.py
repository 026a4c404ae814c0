"""How gunicorn serves the site, in the demo as in production: `gunicorn --config python:config.server`.

SIGTERM lets requests finish (30 seconds); SIGHUP starts new workers with the code and packages as they are now and lets
the old ones finish: no request is lost. In front stands nginx (config/deploy/nginx/), which ends TLS and keeps slow
clients away. Why not granian: see DECISIONS.md.
"""

import socket
import struct
from pathlib import Path
from typing import Any

from config import env

wsgi_app = "config.wsgi"
bind = env.text("BIND") or f"127.0.0.1:{env.whole_number('PORT', 1, 65535)}"
worker_class = "config.worker.FairThreadWorker"
workers = env.whole_number("WEB_WORKERS", 1, 256)
# A thread holds at most one connection to each database, so the pool of a process serves all its threads.
threads = env.whole_number("WEB_THREADS", 1, 256)

timeout = 30  # seconds without a sign of life after which a worker is replaced; requests end by other limits, sooner
graceful_timeout = 30
keepalive = 75  # seconds, longer than nginx keeps its connections to us: it never sends into one that we just closed
backlog = 1024
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108  (signs of life need no disk)  # nosec B108

limit_request_line = 8190  # an address; a longer one is refused by config/queries.py with a page, up to here
limit_request_fields = 64
limit_request_field_size = 8190
control_socket_disable = True  # nobody steers it but by signals

accesslog = None  # nginx keeps one
errorlog = "-"
loglevel = "warning"

SILENCE = 5  # seconds that a client who has begun to ask, or to be answered, may hold a thread without a word


def when_ready(server: Any) -> None:
    """On Linux connections have this of the socket that accepts them. gunicorn has no such limit of its own."""
    limit = struct.pack("ll", SILENCE, 0)
    for listener in server.LISTENERS:
        for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            listener.sock.setsockopt(socket.SOL_SOCKET, option, limit)
