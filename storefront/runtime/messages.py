"""The Vietnamese catalogue: `python -m storefront.runtime.messages update|check|compile`.

update   merge the texts of the source into the catalogue: new ones come in empty, vanished ones go; never
fuzzy check    exit 1 and name every fault: untranslated, fuzzy, missing, vanished, broken placeholder, bad
gettext call compile  write the .mo files, which git does not keep

Entries with the translator comment `# vendor` are texts of Oscar, Wagtail or allauth which our screens
show. They are kept by hand: not required in the source, but checked like all others.
"""

import re
import sys
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[2]
CATALOG = Path("locale/vi/LC_MESSAGES/django.po")
VENDOR = "vendor"
METADATA = {
    "Project-Id-Version": "saobuon",
    "Language": "vi",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}
_PERCENT = re.compile(r"%(?:\((\w+)\))?[#0\- +]*\d*(?:\.\d+)?([sdifr])|%%")
_BRACE = re.compile(r"\{(\w*)(?:![rsa])?(?::[^{}]*)?\}")


# -- compile ---------------------------------------------------------------------------------------


def needs_compile(root: Path = ROOT) -> bool:
    """Whether a catalogue is newer than its compiled file."""
    return any(_is_stale(path) for path in _catalogs(root))


def compile_catalogs(root: Path = ROOT) -> None:
    """Write every .mo file that is missing or older than its catalogue."""
    for path in _catalogs(root):
        if _is_stale(path):
            fresh = path.with_suffix(".mo.new")
            polib.pofile(str(path)).save_as_mofile(str(fresh))
            fresh.replace(path.with_suffix(".mo"))


def _catalogs(root: Path) -> list[Path]:
    return sorted(root.glob("locale/*/LC_MESSAGES/*.po"))


def _is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime <= path.stat().st_mtime


# -- update ----------------------------------------------------------------------------------------


def update(root: Path = ROOT) -> list[str]:
    """Merge the texts of the source into the catalogue; on extraction errors only return those."""
    from .extraction import Extraction

    source = Extraction(root)
    if source.errors:
        return source.errors
    path = root / CATALOG
    old = polib.pofile(str(path)) if path.exists() else polib.POFile()
    known = {_key(entry): entry for entry in old}
    entries = [entry for entry in old if _is_vendor(entry) and not entry.obsolete]
    taken = {_key(entry) for entry in entries}
    plural_of = {}
    for message, files in sorted(source.messages.items(), key=lambda item: _sort_key(item[0])):
        plural_of.setdefault((message.context, message.msgid), (message.plural, set()))
        plural, all_files = plural_of[message.context, message.msgid]
        plural_of[message.context, message.msgid] = (plural or message.plural, all_files | files)
    for (context, msgid), (plural, files) in plural_of.items():
        if (context, msgid) in taken:
            continue
        entries.append(_entry(known.get((context, msgid)), context, msgid, plural, files))
    catalog = polib.POFile()
    catalog.metadata = METADATA
    catalog.extend(sorted(entries, key=lambda entry: (entry.msgid, entry.msgctxt or "")))
    path.parent.mkdir(parents=True, exist_ok=True)
    catalog.save(str(path))
    return []


def _entry(old, context, msgid, plural, files) -> polib.POEntry:
    entry = polib.POEntry(msgid=msgid, msgctxt=context, occurrences=[(name, "") for name in sorted(files)])
    if _PERCENT.search(msgid) and _PERCENT.search(msgid).group() != "%%":
        entry.flags = ["python-format"]
    translation = ""
    if old is not None and "fuzzy" not in old.flags:
        translation = old.msgstr or old.msgstr_plural.get(0, "")
        entry.tcomment = old.tcomment
    if plural:
        entry.msgid_plural = plural
        entry.msgstr_plural = {0: translation}
    else:
        entry.msgstr = translation
    return entry


# -- check -----------------------------------------------------------------------------------------


def check(root: Path = ROOT) -> list[str]:
    """Every fault of the catalogue as one line."""
    from .extraction import Extraction

    source = Extraction(root)
    faults = list(source.errors)
    path = root / CATALOG
    if not path.exists():
        return [*faults, f"{CATALOG} does not exist"]
    entries = [entry for entry in polib.pofile(str(path)) if not entry.obsolete]
    by_key = {}
    for entry in entries:
        if _key(entry) in by_key:
            faults.append(f"twice in the catalogue: {_shown(entry)}")
        by_key[_key(entry)] = entry
    wanted = {}
    for message, files in source.messages.items():
        key = (message.context, message.msgid)
        if message.plural and wanted.get(key, message.plural) not in (None, message.plural):
            faults.append(f"two plurals for one text: {message.msgid!r} ({', '.join(sorted(files))})")
        wanted[key] = wanted.get(key) or message.plural
        if key not in by_key:
            faults.append(f"not in the catalogue: {message.msgid!r} ({', '.join(sorted(files))})")
    for key, entry in by_key.items():
        if key not in wanted and not _is_vendor(entry):
            faults.append(f"no longer in the source: {_shown(entry)}")
        elif key in wanted and wanted[key] != (entry.msgid_plural or None):
            faults.append(f"other plural than in the source: {_shown(entry)}")
        faults += _faults_of(entry)
    return sorted(faults)


def _faults_of(entry: polib.POEntry) -> list[str]:
    if "fuzzy" in entry.flags:
        return [f"fuzzy: {_shown(entry)}"]
    translations = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    if not translations or not all(translation.strip() for translation in translations):
        return [f"untranslated: {_shown(entry)}"]
    wanted = _placeholders(entry.msgid_plural or entry.msgid)
    return [
        f"placeholders differ: {_shown(entry)} has {sorted(wanted)}, its translation {sorted(placeholders)}"
        for placeholders in map(_placeholders, translations)
        if placeholders != wanted
    ]


def _placeholders(text: str) -> set[str]:
    """`%(name)s`, `%s`, `{name}` as written; positional ones with their place, which must not change."""
    placeholders = set()
    place = 0
    for match in _PERCENT.finditer(text):
        if match.group() == "%%":
            continue
        name, kind = match.groups()
        if name is None:
            place += 1
        placeholders.add(f"%({name})" + kind if name else f"%{place}{kind}")
    for match in _BRACE.finditer(text):
        if not match.group(1):
            place += 1
        placeholders.add("{" + (match.group(1) or str(place)) + "}")
    return placeholders


# -- shared ----------------------------------------------------------------------------------------


def _key(entry: polib.POEntry) -> tuple[str | None, str]:
    return entry.msgctxt, entry.msgid


def _sort_key(message) -> tuple[str, str, str]:
    return message.msgid, message.context or "", message.plural or ""


def _is_vendor(entry: polib.POEntry) -> bool:
    return VENDOR in entry.tcomment.split()


def _shown(entry: polib.POEntry) -> str:
    context = f" (context {entry.msgctxt!r})" if entry.msgctxt else ""
    return f"{entry.msgid!r}{context}"


def main(arguments: list[str]) -> int:
    """Returns the exit code."""
    if arguments == ["compile"]:
        compile_catalogs()
        return 0
    if arguments not in (["update"], ["check"]):
        print(__doc__, file=sys.stderr)
        return 2
    faults = update() if arguments == ["update"] else check()
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        print(f"{len(faults)} faults in {CATALOG} and the texts it translates.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
