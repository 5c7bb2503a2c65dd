"""Forks of Oscar apps hold what the installed package holds, and each app has one line of migrations."""

import pytest
from django.apps import apps
from django.db.migrations.loader import MigrationLoader

from storefront.fingerprint import OUR_PACKAGES

# Fork → the newest migration of the installed Oscar that has been looked at. What it changes in models comes with the
# abstract models; what else it runs (SQL, rows) somebody has to bring into a migration of the fork.
LOOKED_AT = {
    "address": "0007_useraddress_code",
    "catalogue": "0032_category_exclude_from_menu_category_long_description",
    "partner": "0007_partneraddress_code",
    "order": "0021_billingaddress_code_shippingaddress_code",
    "basket": "0012_line_code",
    "shipping": "0003_auto_20181115_1953",
}
OURS_INSTEAD = {("catalogue", "product", "slug")}  # unique, and without Oscar's pattern
OURS = [config.label for config in apps.get_app_configs() if config.name.split(".")[0] in OUR_PACKAGES]
WITH_MIGRATIONS = sorted({label for label, _ in MigrationLoader(None).disk_migrations} & set(OURS))


@pytest.fixture
def fork_models():
    return MigrationLoader(None).project_state().models


@pytest.fixture
def upstream(fork_models, settings):
    """The migrations of the libraries, with those of the installed Oscar in the place of our forks'."""
    settings.MIGRATION_MODULES = {
        label: f"oscar.apps.{label}.migrations" if label in LOOKED_AT else None for label in OURS
    }
    return MigrationLoader(None)


def test_no_upstream_migration_is_overlooked(upstream):
    assert {label: upstream.graph.leaf_nodes(label)[0][1] for label in LOOKED_AT} == LOOKED_AT


def test_forks_hold_what_upstream_holds(upstream, fork_models):
    missing = []
    for key, theirs in upstream.project_state().models.items():
        if key[0] not in LOOKED_AT:
            continue
        fork = fork_models.get(key)
        fields = {name: _meaning(field) for name, field in fork.fields.items()} if fork else {}
        missing += [
            (*key, name)
            for name, field in theirs.fields.items()
            if (*key, name) not in OURS_INSTEAD and fields.get(name) != _meaning(field)
        ]
        if fork and not _rules(theirs) <= _rules(fork):
            missing.append((*key, "unique_together, constraints, indexes"))
    assert not missing


def _meaning(field):
    _, path, arguments, options = field.deconstruct()
    return path, arguments, {name: value for name, value in options.items() if name != "serialize"}


def _rules(model) -> set:
    named = [*model.options.get("constraints", ()), *model.options.get("indexes", ())]
    return {tuple(columns) for columns in model.options.get("unique_together") or ()} | {rule.name for rule in named}


@pytest.mark.parametrize("label", WITH_MIGRATIONS)
def test_migrations_are_one_line(label):
    graph = MigrationLoader(None).graph
    assert len(graph.leaf_nodes(label)) == 1
    for node in (key for key in graph.nodes if key[0] == label):
        assert len([parent for parent in graph.node_map[node].parents if parent.key[0] == label]) <= 1
