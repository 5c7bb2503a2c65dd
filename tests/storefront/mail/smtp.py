"""A real SMTP server on a free port, which takes, refuses, stalls or hangs up as a test wants it."""

import asyncio
import contextlib
import dataclasses
import socket
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import Message

from aiosmtpd.controller import Controller
from django.test import override_settings


@dataclasses.dataclass
class MailServer:
    """`answers` are given one after the other, the last one again and again: `250` takes a mail, other numbers refuse
    it after its content, `rcpt 550` refuses the address, `drop` ends the connection, `stall` says nothing,
    `twin` takes it and ends the connection before it says so. `when_taken` is called before a yes."""

    answers: list[str] = dataclasses.field(default_factory=lambda: ["250"])
    taken: list[Message] = dataclasses.field(default_factory=list)
    when_taken: Callable[[], None] | None = None

    def _next(self) -> str:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.answer = self._next()
        if self.answer.startswith("rcpt"):
            return f"{self.answer.removeprefix('rcpt ')} <{address}> is not wanted"
        if self.answer == "drop":
            server.transport.abort()
        if self.answer == "stall":
            await asyncio.sleep(5)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.answer in ("250", "twin"):
            self.taken.append(message_from_bytes(envelope.content))
            if self.when_taken:
                self.when_taken()
        if self.answer == "twin":
            server.transport.abort()
        return f"{self.answer if self.answer.isdecimal() else 250} that is all"


@contextlib.contextmanager
def mail_server(*answers: str) -> Iterator[MailServer]:
    """Mails of the site go to this server."""
    server = MailServer(list(answers) or ["250"])
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(server, hostname="127.0.0.1", port=port)
    controller.start()
    backend = "django.core.mail.backends.smtp.EmailBackend"
    try:
        with override_settings(MAIL_TRANSPORT=backend, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port, EMAIL_TIMEOUT=0.5):
            yield server
    finally:
        controller.stop()
