"""The Nu checker (validator.nu) over the HTML of all pages."""

import collections
import json
import shutil
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

from .pages import PublicPage, WorkPage, fetch_as, path_on


def fetch(address: str) -> tuple[int, bytes]:
    """Status and body as an anonymous visitor gets them."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - the site under test
            return answer.status, answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.read()


def save(pages: tuple[PublicPage, ...], *, site_url: str, reports: Path) -> list[str]:
    """Keep the HTML of every page under html/. Returns a line for each page with a status it should not have."""
    folder = reports / "html"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    wrong = []
    for page in pages:
        is_work = isinstance(page, WorkPage)
        status, body = fetch_as(site_url, page) if is_work else fetch(site_url + path_on(site_url, page))
        if status != page.status:
            wrong.append(f"{page.path} answers {status} instead of {page.status}")
        (folder / f"{page.name}.html").write_bytes(body)
    return wrong


def check(*, tools: Path, reports: Path) -> dict[str, list[str]]:
    """Errors by page name; everything the checker said goes into nu.json."""
    jar = tools / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-Xss1024k", "-jar", str(jar), "--errors-only", "--format", "json", str(reports / "html")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    (reports / "nu.json").write_text(done.stderr)
    return read(done.stderr)


def read(report: str) -> dict[str, list[str]]:
    """Errors by page name from the checker's JSON. Raises ValueError when that is no report."""
    errors = collections.defaultdict(list)
    for message in json.loads(report)["messages"]:
        place = f"line {message['lastLine']}" if "lastLine" in message else "whole page"
        errors[Path(message["url"]).stem].append(f"{place}: {message['message']}")
    return dict(errors)
