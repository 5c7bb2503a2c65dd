"""The databases of the tests themselves: cloned from a template, rolled back or replaced, never truncated."""

import threading

import pytest
from django.db import connection


def count_products() -> int:
    from catalogue.products.models import Product

    return Product.objects.count()


def rename_everything() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE django_site SET name = 'renamed by a test'")


def site_names() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM django_site")
        return [name for (name,) in cursor.fetchall()]


def test_the_real_register_is_there(db):
    assert count_products() >= 151


@pytest.mark.parametrize("turn", [1, 2])
def test_changes_are_rolled_back(db, turn):
    assert "renamed by a test" not in site_names()
    rename_everything()


@pytest.mark.parametrize("turn", [1, 2])
def test_commits_are_visible_elsewhere_and_gone_in_the_next_test(committed_db, turn):
    assert "renamed by a test" not in site_names()
    assert count_products() >= 151
    rename_everything()
    seen = []

    def look():
        seen.extend(site_names())
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == ["renamed by a test"] * len(seen)
    assert seen


def test_lower_knows_vietnamese(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT lower('ĐẮK LẮK')")
        assert cursor.fetchone() == ("đắk lắk",)
