"""What a probe from outside would try, with figures. `python -m deploy.drills` runs all of it against a demo site.

Each module here with a function `run(url, pid)` is one drill. It attacks the site at `url` (no trailing slash), whose
web server is process `pid`, and returns rows of a table: what, a figure, whether the bound held. A drill bounds its
own numbers and time, and leaves the site as it was.
"""

from collections.abc import Callable

Row = tuple[str, str, bool]
Drill = Callable[[str, int], list[Row]]
