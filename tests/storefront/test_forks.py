"""Forks of Oscar apps carry every migration of the installed package, and each app has one line of migrations."""

from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.db.migrations.loader import MigrationLoader

FORKS = ["catalogue", "partner", "order", "basket", "shipping"]
OURS = [
    *FORKS, "geography", "producers", "certification", "traceability", "cms", "media", "search", "accounts",
    "salespoints",
]  # fmt: skip


@pytest.mark.parametrize("label", FORKS)
def test_no_upstream_migration_is_missing(label):
    upstream = Path(import_module(f"oscar.apps.{label}.migrations").__file__).parent
    ours = Path(import_module(f"{apps.get_app_config(label).name}.migrations").__file__).parent
    for migration in upstream.glob("0*.py"):
        copy = ours / migration.name
        assert copy.exists(), f"{label}: {migration.name} of the installed Oscar is not in the fork"
        assert copy.read_text() == migration.read_text(), f"{label}: {migration.name} differs from upstream"


@pytest.mark.parametrize("label", OURS)
def test_migrations_are_one_line(label):
    graph = MigrationLoader(None, ignore_no_migrations=True).graph
    assert len(graph.leaf_nodes(label)) == 1
    for node in (key for key in graph.nodes if key[0] == label):
        assert len([parent for parent in graph.node_map[node].parents if parent.key[0] == label]) <= 1
