"""What all processes must know at once, in small files beside the index, so that a search costs no query.

    <SEARCH_INDEX_DIR>-state/answers         name of the engine that `manage.py search switch` has chosen
    <SEARCH_INDEX_DIR>-state/behind          there while the worker cannot bring Elasticsearch up to date
    <SEARCH_INDEX_DIR>-state/searched.json   what others searched: [[text, [product id, …]], …], most searched first

Readers meet a whole file or none.
"""

import os
import uuid
from pathlib import Path

from .engines import sibling_path


def file(name: str) -> Path:
    """Where this file lies; perhaps it does not exist."""
    return sibling_path("state") / name


def write(name: str, content: str) -> None:
    """Put this content in the place of what is there, in one step."""
    path = file(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{name}.{uuid.uuid4().hex}")
    new.write_text(content, encoding="utf-8")
    os.replace(new, path)
