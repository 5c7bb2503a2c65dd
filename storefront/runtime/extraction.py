"""Find the translatable texts of our packages, without the gettext programs.

Python files are read by `ast`: an alias such as `from django.utils.translation import gettext_lazy as _` is
followed, and an argument that is not a plain literal is an error, because no catalogue can hold it.
Templates go through Django's `templatize` and Babel's Python extractor.
"""

import ast
import dataclasses
import io
from collections.abc import Iterator
from pathlib import Path

from storefront.fingerprint import OUR_PACKAGES

TEMPLATE_SUFFIXES = {".html", ".txt", ".xml"}

# Which arguments are the context, the text and its plural.
_PLAIN, _PLURAL = {"msgid": 0}, {"msgid": 0, "plural": 1}
_IN_CONTEXT, _PLURAL_IN_CONTEXT = {"context": 0, "msgid": 1}, {"context": 0, "msgid": 1, "plural": 2}
FUNCTIONS = {
    "gettext": _PLAIN,
    "gettext_lazy": _PLAIN,
    "gettext_noop": _PLAIN,
    "ngettext": _PLURAL,
    "ngettext_lazy": _PLURAL,
    "pgettext": _IN_CONTEXT,
    "pgettext_lazy": _IN_CONTEXT,
    "npgettext": _PLURAL_IN_CONTEXT,
    "npgettext_lazy": _PLURAL_IN_CONTEXT,
}
_BABEL_KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


@dataclasses.dataclass(frozen=True, order=True)
class Message:
    """One text of the source: what identifies it in a catalogue."""

    msgid: str
    context: str | None = None
    plural: str | None = None


class Extraction:
    """All texts below `root`: `.messages` maps each to the files it stands in, `.errors` names bad calls."""

    def __init__(self, root: Path):
        self.root = root
        self.messages: dict[Message, set[str]] = {}
        self.errors: list[str] = []
        for package in OUR_PACKAGES:
            for path in sorted((root / package).rglob("*")):
                parts = path.relative_to(root).parts
                if path.suffix == ".py" and "migrations" not in parts:
                    self._read(path, self._from_python)
                elif path.suffix in TEMPLATE_SUFFIXES and "templates" in parts:
                    self._read(path, self._from_template)

    def _read(self, path: Path, extract) -> None:
        name = path.relative_to(self.root).as_posix()
        try:
            for message in extract(path.read_text(encoding="utf-8"), name):
                self.messages.setdefault(message, set()).add(name)
        except Exception as error:  # noqa: BLE001 - a file nobody can parse is a finding, whatever the parser raises
            self.errors.append(f"{name}: cannot be read: {error}")

    def _from_python(self, text: str, name: str) -> Iterator[Message]:
        tree = ast.parse(text, name)
        aliases = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
                aliases |= {item.asname or item.name: item.name for item in node.names}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            if isinstance(node.func, ast.Name):
                function = aliases.get(node.func.id)
            elif isinstance(node.func, ast.Attribute) and _is_translation_module(node.func.value):
                function = node.func.attr
            else:
                function = None
            if function not in FUNCTIONS:
                continue
            arguments = {}
            for role, position in FUNCTIONS[function].items():
                value = node.args[position] if position < len(node.args) else None
                if not isinstance(value, ast.Constant) or not isinstance(value.value, str):
                    self.errors.append(f"{name}:{node.lineno}: {function}() takes plain literal texts only")
                    break
                arguments[role] = value.value
            else:
                if arguments["msgid"]:
                    yield Message(**arguments)

    def _from_template(self, text: str, name: str) -> Iterator[Message]:
        from babel.messages.extract import extract
        from django.utils.translation.template import templatize

        code = "\n".join(line.lstrip() for line in templatize(text, origin=name).splitlines())
        for _line, texts, _comments, context in extract(
            "python", io.BytesIO(code.encode()), keywords=_BABEL_KEYWORDS, options={"encoding": "utf-8"}
        ):
            msgid, plural = texts if isinstance(texts, tuple) else (texts, None)
            if msgid:
                yield Message(msgid, context, plural)


def _is_translation_module(node: ast.expr) -> bool:
    """Whether `node` in `node.gettext(…)` is Django's translation module."""
    if isinstance(node, ast.Attribute):
        return node.attr == "translation"
    return isinstance(node, ast.Name) and node.id == "translation"
