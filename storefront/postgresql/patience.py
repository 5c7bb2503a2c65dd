"""How long this process waits for the database: a visitor a few seconds, the worker minutes, a command for ever."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Patience:
    """Seconds; 0 is no limit.

    `statement`, `lock` and `idle_in_transaction` are kept by the server. `silence` is kept by us, for a server that
    is stopped or cut off and keeps nothing: longer than `statement`, or it would come first. After a server was not
    there, nobody asks it again for `rest`.
    """

    connect: int
    statement: float = 0
    lock: float = 0
    idle_in_transaction: float = 0
    silence: float = 0
    health_check: float = 0
    rest: float = 0

    def server_options(self) -> str:
        """As libpq's parameter `options`."""
        limits = {
            "statement_timeout": self.statement,
            "lock_timeout": self.lock,
            "idle_in_transaction_session_timeout": self.idle_in_transaction,
        }
        return " ".join(f"-c {name}={round(seconds * 1000)}" for name, seconds in limits.items() if seconds)

    def network_options(self) -> dict[str, int]:
        """For connections over TCP; Unix sockets ignore them."""
        options = {"keepalives_idle": 10, "keepalives_interval": 3, "keepalives_count": 3}
        if self.silence:
            options["tcp_user_timeout"] = round(self.silence * 1000)
        return options


WEB = Patience(
    connect=2, statement=5, lock=3, idle_in_transaction=30, silence=6, health_check=2, rest=1
)  # fmt: skip
WORKER = Patience(connect=5, statement=900, lock=60, idle_in_transaction=3600, silence=960, health_check=5)
COMMAND = Patience(connect=10)
"""Migrations and whatever else somebody runs by hand and watches."""

_current = COMMAND


def current() -> Patience:
    return _current


def use(patience: Patience) -> None:
    """For connections made from now on."""
    global _current  # noqa: PLW0603 - what a process is for is one thing for all its threads
    _current = patience


def use_in_worker() -> None:
    """Called by the worker before it starts (`settings.WORKER_SETUP`)."""
    use(WORKER)
