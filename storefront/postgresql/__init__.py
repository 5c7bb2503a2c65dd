"""Django's PostgreSQL backend, which does not wait for ever: the engine of `DATABASES`.

`patience` says how long this process waits for what, `breaker` keeps requests away from a server that is not there,
`base` is the backend (docs/decisions/0015-the-database-may-be-away.md).
"""

ENGINE = "storefront.postgresql"


def settings_of(entry: dict, *, keeps_connections: bool = False) -> dict:
    """The entry of `DATABASES` for this backend. A new connection for each request costs more than most pages, so
    that a web process keeps them, and looks before each request whether they still answer."""
    kept = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True} if keeps_connections else {}
    return {**entry, "ENGINE": ENGINE, **kept}
