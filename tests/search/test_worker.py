"""The worker as it runs: changes are found, and a kill loses nothing. `make drill-search` says how soon."""

import datetime
import signal
import time

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from catalogue.products.models import Product
from search.contract import SearchQuery
from search.health import outbox_depth, worker_health
from search.models import OutboxEntry, WorkerHeartbeat
from search.queries import search, suggest
from search.services import differences
from storefront.runtime.worker import NAME_PREFIX, return_abandoned_tasks
from tests.catalogue.factories import make_producer
from tests.waiting import PATIENCE_SECONDS, wait_until


def test_changes_are_found_at_once_and_a_kill_loses_nothing(start_worker):
    worker = start_worker()
    wait_until(lambda: search(SearchQuery()).total == 151)
    wait_until(lambda: worker_health()[0])
    product = Product.objects.order_by("pk").first()

    def rename(title):
        Product.objects.filter(pk=product.pk).update(title=title)
        return lambda: [hit.name for hit in search(SearchQuery(text=title)).hits] == [title]

    def rename_and_suggest(title):
        Product.objects.filter(pk=product.pk).update(title=title)
        return lambda: [one.label for one in suggest(title)] == [title]

    def found(slug):
        make_producer(name=f"Hợp tác xã {slug}", slug=slug)  # without products: only suggestions show it
        return lambda: [one.url for one in suggest(slug)] == [f"/chu-the/{slug}/"]

    wait_until(rename("Tên thứ nhất xyz"))
    wait_until(rename_and_suggest("Tên gợi ý xyz"))
    wait_until(found("zyxa"))

    second = start_worker()  # waits: there is one writer
    wait_until(lambda: WorkerHeartbeat.objects.count() == 2)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    wait_until(rename("Tên thứ hai xyz"))  # the second one took over, no lock is left behind

    second.send_signal(signal.SIGKILL)
    second.wait()
    third_name_is_found = rename("Tên thứ ba xyz")
    time.sleep(0.5)
    assert not third_name_is_found()
    assert outbox_depth() > 0
    third = start_worker()
    wait_until(third_name_is_found)
    wait_until(lambda: not OutboxEntry.objects.exists())
    assert differences() == []

    third.send_signal(signal.SIGTERM)
    assert third.wait(PATIENCE_SECONDS) == 0
    connection.close()


def test_silence_of_the_worker_shows(db):
    WorkerHeartbeat.objects.all().delete()
    assert worker_health() == (False, "no worker has started yet")
    beat = WorkerHeartbeat.objects.create(name="x", beat_at=timezone.now() - datetime.timedelta(seconds=29))
    assert worker_health() == (True, "alive")
    beat.beat_at -= datetime.timedelta(seconds=5)
    beat.save()
    assert worker_health()[0] is False


@pytest.fixture
def running_task(db):
    """Makes a task that a worker has claimed some time ago."""

    def make(*workers, minutes=5):
        return DBTaskResult.objects.create(
            status=TaskResultStatus.RUNNING,
            started_at=timezone.now() - datetime.timedelta(minutes=minutes),
            args_kwargs={"args": [], "kwargs": {}},
            task_path="media.tasks.make_renditions",
            worker_ids=list(workers),
            backend_name="default",
            run_after=timezone.now(),
        )

    return make


def status(task):
    task.refresh_from_db()
    return task.status


def test_a_task_whose_worker_died_is_begun_again_but_not_for_ever(running_task):
    alive, dead = f"{NAME_PREFIX}alive", f"{NAME_PREFIX}dead"
    WorkerHeartbeat.objects.create(name=alive, beat_at=timezone.now())
    left, kept, foreign = running_task(dead), running_task(alive), running_task("somebody else")
    just_begun = running_task(dead, minutes=0)
    hopeless = running_task(dead, dead, dead)
    assert return_abandoned_tasks() == 2
    assert status(left) == TaskResultStatus.READY
    assert status(kept) == status(foreign) == status(just_begun) == TaskResultStatus.RUNNING
    assert status(hopeless) == TaskResultStatus.FAILED
