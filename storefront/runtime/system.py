"""What the operating system must grant the database server: an account, folders, a way to them."""

import os
import pwd
import stat
import sys
from pathlib import Path

import psutil


class ServerError(RuntimeError):
    """The server cannot be started; the text is one line for the person at the terminal."""


def server_account() -> pwd.struct_passwd | None:
    """The account the server runs as when we are root, else None (it runs as ourselves)."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def run_as(account) -> dict:
    """Popen arguments that drop root's rights."""
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def works_in(process: psutil.Process, folder: Path) -> bool:
    """Whether `process` is alive with `folder` as its working folder, as all of a server's processes have."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE and Path(process.cwd()) == folder
    except psutil.Error:
        return False


def claim_folder(folder: Path) -> None:
    """Create `folder`; raises ServerError, one line, when that fails or another user owns it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ServerError(f"{folder} cannot be made: {error.strerror}.") from None
    owner = folder.stat().st_uid
    if owner != os.geteuid():
        try:
            name = pwd.getpwuid(owner).pw_name
        except KeyError:
            name = str(owner)
        raise ServerError(f"{folder} belongs to the user {name}: run as {name}, or remove this folder.")


def open_the_way(*, cluster_parent: Path, program: Path, account) -> None:
    """Let the unprivileged server pass through closed folders to its cluster and programs; say so.

    They (typically /root) get o+x: others may pass, not list. `install` makes `.venv` readable for all.
    """
    ways = {folder for start in (cluster_parent / "x", program) for folder in start.parents}
    closed = sorted(folder for folder in ways if not _may_pass(folder.stat(), account))
    for folder in closed:
        folder.chmod(stat.S_IMODE(folder.stat().st_mode) | stat.S_IXOTH)
    if closed:
        names = ", ".join(map(str, closed))
        print(f"Note: chmod o+x {names} (the database server does not run as root).", file=sys.stderr)


def _may_pass(status: os.stat_result, account) -> bool:
    if status.st_uid == account.pw_uid:
        return bool(status.st_mode & stat.S_IXUSR)
    if status.st_gid == account.pw_gid:
        return bool(status.st_mode & stat.S_IXGRP)
    return bool(status.st_mode & stat.S_IXOTH)
