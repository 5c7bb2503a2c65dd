"""The index on disk: swapped in one step, checked against the database, mended when broken."""

import dataclasses
import json
import shutil

import pytest
from django.core.management import CommandError, call_command

from catalogue.products.models import Product
from search import services
from search.contract import Reading, SearchQuery
from search.engines import engine
from search.engines.tantivy import schema
from search.health import index_health
from search.queries import search
from tests.catalogue.factories import make_product


def files_of(directory, pattern):
    files = [path for path in directory.glob(pattern) if path.is_file()]
    assert files
    return files


def remove_everything(root, current):
    shutil.rmtree(root)


def lose_the_directory(root, current):
    shutil.rmtree(current)


def empty_the_directory(root, current):
    shutil.rmtree(current)
    current.mkdir()


def garble_the_meta_file(root, current):
    (current / "meta.json").write_bytes(b"\xff\xfe not json")


def truncate(pattern):
    def fault(root, current):
        for path in files_of(current, pattern):
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    return fault


def lose_files(root, current):
    for path in files_of(current, "*.term"):
        path.unlink()


FAULTS = {
    "removed": remove_everything,
    "directory lost": lose_the_directory,
    "directory empty": empty_the_directory,
    "meta file garbled": garble_the_meta_file,
    "terms truncated": truncate("*.term"),
    "columns truncated": truncate("*.fast"),
    "texts truncated": truncate("*.store"),
    "file lost": lose_files,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_index_gives_an_honest_empty_answer_and_is_mended(own_index, settings, fault):
    root, current = own_index.files.root, own_index.files.current()
    FAULTS[fault](root, current)
    broken = type(own_index)(str(root))  # as a process that starts now sees it
    answer = broken.search(SearchQuery(text="cà phê"), Reading())
    assert (answer.is_available, answer.total, answer.hits) == (False, 0, ())
    assert broken.problem()
    assert services.rebuild_if_needed()
    assert search(SearchQuery()).total == 151
    assert services.rebuild_if_needed() is None
    assert services.differences() == []


def test_an_index_of_another_version_is_not_used(own_index, settings, monkeypatch):
    assert index_health() == (True, "answers")
    another = dataclasses.replace(own_index.layout, version=lambda: "another")
    monkeypatch.setattr(type(own_index), "layout", another)
    other = type(own_index)(str(own_index.files.root))
    assert "another version" in other.problem()


def test_the_version_changes_with_the_synonyms(monkeypatch):
    before = schema.version()
    schema.version.cache_clear()
    monkeypatch.setattr(schema.synonyms(), "digest", "edited")
    try:
        assert schema.version() != before
    finally:
        monkeypatch.undo()
        schema.version.cache_clear()


def test_readers_follow_a_rebuild_and_old_directories_go(own_index):
    assert search(SearchQuery(text="kẹo dồi thử")).total == 0
    before = own_index.files.current()
    make_product(title="Kẹo dồi thử")
    services.rebuild()
    assert search(SearchQuery(text="kẹo dồi thử")).total == 1
    assert own_index.files.current() != before
    directories = [path for path in own_index.files.root.iterdir() if path.is_dir() and not path.is_symlink()]
    assert directories == [own_index.files.current()]


def test_an_index_of_another_database_is_built_anew(own_index):
    engine().replace([Product.objects.first().pk], [])
    assert "other products" in services.reason_to_rebuild()


def test_check_names_every_difference(own_index, capsys):
    call_command("search", "check")
    renamed, hidden, lost = Product.objects.order_by("pk")[:3]
    Product.objects.filter(pk=renamed.pk).update(title="Tên khác hẳn")
    Product.objects.filter(pk=hidden.pk).update(is_public=False)
    engine().replace([lost.pk], [])
    capsys.readouterr()
    with pytest.raises(CommandError, match="differences"):
        call_command("search", "check")
    said = capsys.readouterr().out
    assert f"product {renamed.pk} (Tên khác hẳn): other name" in said
    assert f"product {hidden.pk} ({hidden.title}): in the index only" in said
    assert f"product {lost.pk} ({lost.title}): missing" in said
    named = {line.split()[1] for line in said.splitlines() if line.startswith("product ")}
    assert named == {str(product.pk) for product in (renamed, hidden, lost)}


def test_a_card_holds_no_stars_of_its_own(own_index):
    for _id, _day, _digest, card in engine().contents():
        assert "stars" not in json.dumps(sorted(card.keys())).replace("council_stars", "")
