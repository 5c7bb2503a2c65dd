"""Statements of the scan path, sent through libpq itself.

Django's cursor and psycopg's take 0.25 ms of processor time for what takes 0.05 ms here: a quarter of all that an
empty view takes. Only outside of transactions; the rest of the project has no need of this.
"""

import psycopg
from django.db import connection
from psycopg.adapt import Transformer
from psycopg.errors import error_from_result
from psycopg.generators import execute
from psycopg.pq import ConnStatus, Escaping, ExecStatus
from psycopg.pq.abc import PGresult

_GOOD = (ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK)


def send(statements: str, *texts: str) -> PGresult:
    """What the last of these statements answers; all are one transaction and one round trip.

    `texts` take the places of `%s`, as literals. Raises the errors of `django.db`.
    """
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    if connection.queries_logged:  # for whoever counts queries
        connection.queries_log.append({"sql": statements, "time": "unknown"})
    with connection.wrap_database_errors:
        handle = connection.connection.pgconn
        escape = Escaping(handle).escape_literal
        handle.send_query(statements.encode() % tuple(escape(text.encode()) for text in texts))
        # Not `PQexec`, which would wait for ever for a server that is stopped.
        answer = connection.connection.wait(execute(handle))[-1]
        if answer.status in _GOOD:
            return answer
        if handle.status != ConnStatus.OK:
            raise psycopg.OperationalError("the connection to the database was lost")
        raise error_from_result(answer)


def row(answer: PGresult) -> tuple:
    """The first row, in Python's types. Raises LookupError if there is none."""
    transformer = Transformer(connection.connection)
    transformer.set_pgresult(answer)
    found = transformer.load_row(0, tuple)
    if found is None:
        raise LookupError("no row")
    return found
