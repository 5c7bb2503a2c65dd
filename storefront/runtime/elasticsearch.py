"""Elasticsearch nodes from Maven's jars, started and stopped as plain processes: for trying it and for tests.

`python -m storefront.runtime.elasticsearch` runs one node until Ctrl+C (`make elasticsearch`). A province that
needs Elasticsearch runs its own cluster and names it in `ELASTICSEARCH_URL`; see deploy/elasticsearch.
"""

import contextlib
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path

from .supervisor import dying_with

SOURCE = Path(__file__).resolve().parents[2] / "deploy" / "elasticsearch"
DESCRIPTOR = "META-INF/es-plugins/transport-netty4/plugin-descriptor.properties"
START_SECONDS = 300
STOP_SECONDS = 20
PORT = 9200


class NotPossible(Exception):
    """Elasticsearch cannot be started here; the message says why and what to do."""


def why_not() -> str | None:
    """What is missing on this machine, in a sentence; None if nothing is."""
    missing = [command for command in ("java", "javac", "mvn") if shutil.which(command) is None]
    if missing:
        return f"Elasticsearch needs a Java development kit (17 or newer) and Maven; not found: {', '.join(missing)}."
    return None


def _program(name: str) -> str:
    """Path of a program. Raises NotPossible."""
    path = shutil.which(name)
    if path is None:
        raise NotPossible(why_not())
    return path


def install(var: Path) -> Path:
    """Fetch the jars once and lay them out as a node expects them; the home folder."""
    home = var / "elasticsearch" / "home"
    done = home / "installed"
    pom = (SOURCE / "pom.xml").read_text(encoding="utf-8")
    if done.exists() and done.read_text(encoding="utf-8") == pom:
        return home
    if problem := why_not():
        raise NotPossible(problem)
    new = home.with_name(f"home-{os.getpid()}")
    try:
        _lay_out(new)
        (new / "installed").write_text(pom, encoding="utf-8")
        shutil.rmtree(home, ignore_errors=True)
        with contextlib.suppress(OSError):  # another process has done the same meanwhile
            new.rename(home)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return home


def _lay_out(home: Path) -> None:
    jars = home / "jars"
    jars.mkdir(parents=True)
    fetched = subprocess.run(  # noqa: S603 - our own arguments
        [_program("mvn"), "--batch-mode", "--quiet", "-f", SOURCE / "pom.xml", "dependency:copy-dependencies",
         f"-DoutputDirectory={jars}"],
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    if fetched.returncode:
        raise NotPossible(f"Maven could not fetch Elasticsearch:\n{(fetched.stdout + fetched.stderr)[-2000:]}")
    module = home / "modules" / "transport-netty4"
    for folder in (home / "lib", home / "config", home / "plugins", module):
        folder.mkdir(parents=True, exist_ok=True)
    for jar in jars.glob("*.jar"):
        is_transport = jar.name.startswith(("netty-", "transport-netty4-"))
        jar.rename((module if is_transport else home / "lib") / jar.name)
    jars.rmdir()
    _describe(module)


def _describe(module: Path) -> None:
    """The module's description without its Java module name, so that it loads from the class path."""
    (jar,) = module.glob("transport-netty4-*.jar")
    with zipfile.ZipFile(jar) as archive:
        lines = archive.read(DESCRIPTOR).decode().splitlines()
    kept = [line for line in lines if not line.startswith("modulename=")]
    (module / "plugin-descriptor.properties").write_text("\n".join(kept) + "\n", encoding="utf-8")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cluster:
    """Nodes on loopback with their data in one folder. `with Cluster(var, data, nodes=3) as cluster: …`."""

    def __init__(self, var: Path, data: Path, *, nodes: int = 1, heap_mb: int = 512, port: int | None = None):
        self.home = install(var)
        self.data = data
        self.heap_mb = heap_mb
        self.ports = [port or free_port(), *(free_port() for _ in range(nodes - 1))]
        self.transports = [free_port() for _ in range(nodes)]
        self.processes: dict[int, subprocess.Popen] = {}

    @property
    def urls(self) -> list[str]:
        return [f"http://127.0.0.1:{port}" for port in self.ports]

    def __enter__(self) -> "Cluster":
        try:
            for number in range(len(self.ports)):
                self.start(number)
            self.wait()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_) -> None:
        self.stop()

    def start(self, number: int) -> None:
        """Start one node; it need not answer yet."""
        folder = self.data / f"node{number + 1}"
        (folder / "logs").mkdir(parents=True, exist_ok=True)
        settings = {
            "cluster.name": "saobuon",
            "node.name": f"node{number + 1}",
            "network.host": "127.0.0.1",
            "http.port": self.ports[number],
            "transport.port": self.transports[number],
            "path.data": folder / "data",
            "path.logs": folder / "logs",
            "cluster.routing.allocation.disk.threshold_enabled": "false",
        }
        if len(self.ports) == 1:
            settings["discovery.type"] = "single-node"
        else:
            names = ",".join(f"node{place + 1}" for place in range(len(self.ports)))
            settings["discovery.seed_hosts"] = ",".join(f"127.0.0.1:{port}" for port in self.transports)
            settings["cluster.initial_master_nodes"] = names
        with (folder / "logs" / "console.log").open("ab") as log:
            self.processes[number] = subprocess.Popen(  # noqa: S603 - our own arguments
                [
                    _program("java"),
                    f"-Xms{self.heap_mb}m",
                    f"-Xmx{self.heap_mb}m",
                    "-XX:+UseSerialGC",
                    f"-Des.path.home={self.home}",
                    "-Des.networkaddress.cache.ttl=10",
                    "-cp",
                    f"{self.home}/lib/*",
                    SOURCE / "Node.java",
                    self.home,
                    *(f"{name}={value}" for name, value in settings.items()),
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=dying_with(os.getpid()),  # noqa: PLW1509 - no threads here
            )

    def wait(self, seconds: float = START_SECONDS) -> None:
        """Until every running node has joined and all shards can be read and written."""
        deadline = time.monotonic() + seconds
        while True:
            if any(process.poll() is not None for process in self.processes.values()):
                raise NotPossible(f"A node ended at once; see {self.data}/node*/logs/console.log.")
            answers = [self.health(number) for number in self.processes]
            if all(health.get("number_of_nodes") == len(self.processes) for health in answers) and all(
                health["status"] in ("green", "yellow") for health in answers
            ):
                return
            if time.monotonic() > deadline:
                raise NotPossible(f"Elasticsearch gave no answer within {seconds:.0f} s; see {self.data}/node*/logs.")
            time.sleep(0.2)

    def health(self, number: int = 0) -> dict:
        """Cluster health as one node tells it; empty if it does not answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.ports[number], timeout=3)
        with contextlib.suppress(OSError, ValueError, http.client.HTTPException), contextlib.closing(connection):
            connection.request("GET", "/_cluster/health")
            answer = connection.getresponse()
            body = json.loads(answer.read())
            return body if answer.status == 200 else {}
        return {}

    def kill(self, number: int) -> None:
        """End a node at once, as a power cut would."""
        process = self.processes.pop(number)
        process.kill()
        process.wait()

    def stop(self) -> None:
        """Close all nodes; those that take too long are ended."""
        for process in self.processes.values():
            process.terminate()
        for process in self.processes.values():
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.processes.clear()


def main() -> int:
    """One node on port 9200 (`PORT`), with its data in var/elasticsearch/data, until Ctrl+C."""
    var = Path(os.environ.get("SAOBUON_VAR") or SOURCE.parents[1] / "var").resolve()
    port = int(os.environ.get("PORT") or PORT)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with Cluster(var, var / "elasticsearch" / "data", port=port) as cluster:
            print(f"Elasticsearch answers on {cluster.urls[0]}. End it with Ctrl+C. To use it, in another window:")
            print(f"  SEARCH_ENGINE=elasticsearch ELASTICSEARCH_URL={cluster.urls[0]} make demo", flush=True)
            with contextlib.suppress(KeyboardInterrupt):
                cluster.processes[0].wait()
    except NotPossible as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
