"""The primary and its streaming standbys, in the words of Django's settings."""

from collections.abc import Sequence
from typing import Any

import dj_database_url

# A pooler between transactions loses server-side cursors, and nothing of ours is that long.
KEPT: dict[str, Any] = {
    "conn_max_age": 600,
    "conn_health_checks": True,
    "disable_server_side_cursors": True,
}


def databases(primary: str, standbys: Sequence[str]) -> dict[str, Any]:
    """``default``, and ``replica_1`` and so on; tests read and write the primary alone."""
    replicas = {
        f"replica_{number}": {**dj_database_url.parse(url, **KEPT), "TEST": {"MIRROR": "default"}}
        for number, url in enumerate(standbys, 1)
    }
    return {"default": dj_database_url.parse(primary, **KEPT), **replicas}
