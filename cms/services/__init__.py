"""Writes of the pages: the site's frame, roles, imports of real facts, stories of the demo."""

from .demo import load_demo_stories
from .importing import import_fairs, import_news
from .roles import ensure_roles
from .site import ensure_site

__all__ = [
    "ensure_roles",
    "ensure_site",
    "import_fairs",
    "import_news",
    "load_demo_stories",
]
