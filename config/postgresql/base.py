"""The wrapper that Django looks for by this name."""

from typing import Any

from django.db.backends.postgresql import base

from config import time_limit


class DatabaseWrapper(base.DatabaseWrapper):
    """As Django's, but for how long a request waits until the pool has a connection for it."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection of the pool; OperationalError where it has none in time."""
        pool = self.pool
        if pool:
            usual = float(self.settings_dict["OPTIONS"]["pool"]["timeout"])
            left = time_limit.patience()
            pool.timeout = usual if left is None else min(usual, left)
        return super().get_new_connection(conn_params)
