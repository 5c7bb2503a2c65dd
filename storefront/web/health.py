"""Is the process alive, and is the site ready to serve."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from search.health import index_health, outbox_depth, search_state, worker_health


@require_safe
@never_cache
def healthz(request):
    """The process answers."""
    return JsonResponse({"status": "ok"})


def _database() -> tuple[bool, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True, "answers"


def _migrations() -> tuple[bool, str]:
    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    return missing == 0, f"{missing} not applied" if missing else "all applied"


CHECKS = {"database": _database, "migrations": _migrations, "index": index_health, "worker": worker_health}


@require_safe
@never_cache
def readyz(request):
    """Database, migrations, search index and worker heartbeat; 503 if one of them fails."""
    checks = {}
    for name, check in CHECKS.items():
        try:
            is_fine, message = check()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the answer
            is_fine, message = False, type(error).__name__
        checks[name] = {"ok": is_fine, "message": message}
    ready = all(check["ok"] for check in checks.values())
    body = {"status": "ready" if ready else "not ready", "checks": checks}
    if checks["database"]["ok"] and checks["migrations"]["ok"]:
        body["outbox"] = outbox_depth()
        body["search"] = search_state()
    return JsonResponse(body, status=200 if ready else 503)
