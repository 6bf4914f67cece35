"""`/gezond/`: what a load balancer asks."""

from django.db import DatabaseError, connection, connections
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from huiskamers.replicas import left_out


@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Pages can be read; 503 when there is no database to read them from. Says which is away."""
    away = [*([] if _primary_answers() else ["primary"]), *left_out()]
    if len(away) == len(list(connections)):
        return HttpResponse("database", status=503, content_type="text/plain")
    found = f"ok without {', '.join(away)}" if away else "ok"
    return HttpResponse(found, content_type="text/plain")


def _primary_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM places_place LIMIT 1")
    except DatabaseError:
        return False
    return True
