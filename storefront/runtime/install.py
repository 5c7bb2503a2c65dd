"""Make `.venv` and install the pinned requirements: `python3 storefront/runtime/install.py requirements.txt`.

Standard library only, and no syntax newer than Python 3.6, so that an old Python can read the line that
says so. Needs neither python3-venv nor a pip inside the environment: the pip of the calling Python installs
into it (`pip --python`, pip 22.3 or newer); a pip from `ensurepip` steps in where that is missing.

A stamp inside `.venv` holds what is installed, so an unchanged environment costs a few milliseconds. A mark
lies there while pip works; found at the start, it means a killed installation, and the environment is made
anew.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time

OLDEST_PYTHON = (3, 11)
OLDEST_PIP = (22, 3)
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
STAMP = os.path.join(VENV, "installed.json")
MARK = os.path.join(VENV, "installing")


def main(requirements):
    """Bring `.venv` up to date with the file `requirements`; returns the exit code."""
    if sys.version_info < OLDEST_PYTHON:
        return _refuse(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]} (PYTHON= chooses one).")
    if os.path.realpath(sys.prefix) == os.path.realpath(VENV):  # `make` with .venv activated
        os.execv(sys._base_executable, [sys._base_executable, *sys.argv])  # noqa: S606
    if os.path.exists(VENV) and os.stat(VENV).st_uid != os.geteuid():
        return _refuse(f"{VENV} belongs to another user: run as that user, or remove it.")
    if not os.access(ROOT, os.W_OK):
        return _refuse(f"{ROOT} cannot be written by this user.")
    os.environ.pop("PYTHONPATH", None)
    os.environ["PIP_USER"] = "0"
    os.umask(0o022)  # started by root, the database server reads its programs as an ordinary user
    with open(os.path.join(ROOT, ".venv.lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        wanted = _fingerprint(requirements)
        if _is_installed(requirements, wanted):
            return 0
        return _install(requirements, wanted)


def _install(requirements, wanted):
    began = time.monotonic()
    if os.path.exists(MARK) or not _is_healthy():
        print("Making .venv", flush=True)
        shutil.rmtree(VENV, ignore_errors=True)
        made = subprocess.run([sys.executable, "-m", "venv", "--without-pip", VENV], check=False)  # noqa: S603
        if made.returncode:
            return _refuse(f"The virtual environment could not be made with {sys.executable} -m venv.")
    pip = _find_pip()
    if pip is None:
        return _refuse("pip is missing or older than 22.3: install it (Debian: apt-get install python3-pip).")
    print(f"Installing {requirements} (half a minute to two minutes)", flush=True)
    with open(MARK, "w"):
        pass
    # The list is whole and has a hash for each file; wheels only, so nothing is built here. What is never imported
    # need not be compiled.
    command = [
        *pip, "install", "--quiet", "--no-input", "--disable-pip-version-check", "--no-deps", "--require-hashes",
        "--only-binary=:all:", "--no-compile", "-r", requirements,
    ]  # fmt: skip
    result = subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603
    os.remove(MARK)
    if result.returncode:
        return _refuse("The packages could not be installed; pip says why above.")
    _remember(requirements, wanted)
    print("Installed in %.0f s" % (time.monotonic() - began), flush=True)
    return 0


def _fingerprint(requirements):
    """Hash of the requirement file, of the site's own, and of the Python version."""
    digest = hashlib.sha256(repr(sys.version_info[:3]).encode())
    for name in sorted({"requirements.txt", requirements}):
        with open(os.path.join(ROOT, name), encoding="utf-8") as file:
            digest.update(file.read().encode())
    return digest.hexdigest()


def _is_installed(requirements, wanted):
    try:
        with open(STAMP, encoding="utf-8") as file:
            stamp = json.load(file)
    except (OSError, ValueError):
        return False
    if os.path.exists(MARK) or not os.path.exists(PYTHON):
        return False
    if stamp.get(requirements) == wanted:
        return True
    # The development set contains the other one.
    development = "requirements-dev.txt"
    return requirements != development and stamp.get(development) == _fingerprint(development)


def _remember(requirements, wanted):
    """The stamp names one set: what was installed before it may have been changed by it."""
    with open(STAMP + ".new", "w", encoding="utf-8") as file:
        json.dump({requirements: wanted}, file)
    os.replace(STAMP + ".new", STAMP)


def _is_healthy():
    """Whether `.venv` runs, as the Python version we run as."""
    probe = "import sys, encodings; print(sys.version_info[:2] == %r and sys.prefix != sys.base_prefix)"
    try:
        answer = subprocess.run(  # noqa: S603
            [PYTHON, "-I", "-c", probe % (tuple(sys.version_info[:2]),)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False,
        )  # fmt: skip
    except OSError:
        return False
    return answer.stdout.strip() == b"True"


def _find_pip():
    """The command that installs into `.venv`: the calling Python's pip, else one by ensurepip; else None."""
    if _pip_version([sys.executable, "-m", "pip"]) >= OLDEST_PIP:
        return [sys.executable, "-m", "pip", "--python", PYTHON]
    inside = [PYTHON, "-m", "pip"]
    if not _pip_version(inside):
        subprocess.run(  # noqa: S603
            [PYTHON, "-m", "ensurepip"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
        )
    return inside if _pip_version(inside) else None


def _pip_version(pip):
    """(major, minor) of the pip behind the command `pip`, or () where there is none."""
    answer = subprocess.run(  # noqa: S603
        [*pip, "--version"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False
    )
    words = answer.stdout.decode(errors="replace").split()
    if answer.returncode or len(words) < 2:
        return ()
    return tuple(int(part) for part in words[1].split(".")[:2] if part.isdigit())


def _refuse(sentence):
    print("Error: " + sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1]))
    except KeyboardInterrupt:
        sys.exit(130)
