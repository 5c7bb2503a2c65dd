"""The environment of WSGI for a request of ASGI."""

import sys
from urllib.parse import unquote_to_bytes

_PLAIN = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}
_VERSIONS = {"1": "1.0"}


def path_of(scope: dict) -> str:
    """The path as it was sent, percent-encoded."""
    raw = scope.get("raw_path") or scope["path"].encode()
    return raw.decode("latin-1").partition("?")[0]


def decoded(raw_path: str) -> str:
    """As `PATH_INFO` has it: bytes, written as Latin-1."""
    return unquote_to_bytes(raw_path).decode("latin-1")


def header(scope: dict, wanted: bytes) -> str | None:
    """The first header of this name (in small letters)."""
    return next((value.decode("latin-1") for name, value in scope["headers"] if name.lower() == wanted), None)


def environ_of(scope: dict, body, *, length: int | None = None) -> dict:
    """`RAW_URI` is the path and query as they came. `length` is the size of the body, where there is one."""
    raw_text, query = path_of(scope), scope["query_string"].decode("latin-1")
    server, client = scope.get("server") or ("localhost", 80), scope.get("client") or ("", 0)
    version = scope["http_version"]
    environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": decoded(raw_text),
        "RAW_URI": raw_text + (f"?{query}" if query else ""),
        "QUERY_STRING": query,
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1] or 80),
        "SERVER_PROTOCOL": f"HTTP/{_VERSIONS.get(version, version)}",
        "REMOTE_ADDR": client[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.input_terminated": True,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope["headers"]:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        if "_" in key:  # would be taken for the header with a hyphen
            continue
        variable = _PLAIN.get(key) or "HTTP_" + key.upper().replace("-", "_")
        joint = "; " if key == "cookie" else ","
        environ[variable] = f"{environ[variable]}{joint}{text}" if variable in environ else text
    if length is not None:
        environ["CONTENT_LENGTH"] = str(length)  # chunked bodies bring none
    return environ
