"""The backend itself. Django loads it by the name of its package."""

import contextlib
import time
from collections.abc import Iterator

import psycopg
from django.db.backends.postgresql import base

from . import patience
from .breaker import Breaker, breaker_of


class Connection(psycopg.Connection):
    """Closes itself when the server has not answered for `silence` seconds (0: waits for ever)."""

    silence: float
    rest: float
    breaker: Breaker

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.silence, self.rest, self.breaker = 0, 0, Breaker()

    def wait(self, gen, interval: float = 0.1, timeout: float | None = None):
        if timeout is not None or not self.silence:
            return super().wait(gen, interval, timeout)
        begin = time.monotonic()
        try:
            return super().wait(gen, interval, self.silence)
        except psycopg.OperationalError as error:
            if time.monotonic() - begin < self.silence or self.pgconn.status != psycopg.pq.ConnStatus.OK:
                raise
            self.pgconn.finish()  # what it may still say would be taken for the answer to something else
            self.breaker.trip(rest=self.rest, is_silent=True)
            raise psycopg.errors.ConnectionTimeout(f"no answer within {self.silence:g} s") from error

    @contextlib.contextmanager
    def waiting_at_most(self, seconds: float) -> Iterator[None]:
        """Another `silence` inside of the block."""
        kept, self.silence = self.silence, seconds
        try:
            yield
        finally:
            self.silence = kept


class Driver:
    """The module psycopg, but for the class of its connections."""

    connect = Connection.connect

    def __getattr__(self, name: str):
        return getattr(psycopg, name)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, with the patience of this process."""

    Database = Driver()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.patience = patience.current()

    @property
    def breaker(self) -> Breaker:
        return breaker_of(self.settings_dict)

    def get_connection_params(self) -> dict:
        parameters = super().get_connection_params()
        self.patience = patience.current()
        for name, value in {"connect_timeout": self.patience.connect, **self.patience.network_options()}.items():
            parameters.setdefault(name, value)
        options = f"{self.patience.server_options()} {parameters.get('options', '')}".strip()
        if options:
            parameters["options"] = options  # the last one counts: what DATABASE_URL says
        return parameters

    def get_new_connection(self, conn_params: dict) -> Connection:
        rest = self.patience.rest
        with self.breaker.attempt(rest=rest):
            connection = super().get_new_connection(conn_params)
        connection.silence, connection.rest, connection.breaker = self.patience.silence, rest, self.breaker
        return connection

    def close_if_health_check_failed(self) -> None:
        if self.connection is not None and self.connection.breaker.is_silent and not self.in_atomic_block:
            self.close()  # also where the check was left out: other threads have just waited in vain
        super().close_if_health_check_failed()

    def is_usable(self) -> bool:
        if self.connection is None or self.connection.breaker.is_silent:
            return False
        with self.connection.waiting_at_most(self.patience.health_check):
            return super().is_usable()
