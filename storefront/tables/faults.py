"""What is wrong with a file, and where."""

import dataclasses

from django.utils.translation import gettext as _


@dataclasses.dataclass(frozen=True)
class Fault:
    """`line` counts from 1, 0 for the whole file; `column` is its heading. `reason` says what to do."""

    file: str
    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        values = {"file": self.file, "line": self.line, "column": self.column, "reason": self.reason}
        if not self.line:
            return _("%(file)s: %(reason)s") % values
        if not self.column:
            return _("%(file)s, line %(line)s: %(reason)s") % values
        return _("%(file)s, line %(line)s, column “%(column)s”: %(reason)s") % values


class Unreadable(Exception):
    """A cell or a file that cannot be read; its text is for people."""
