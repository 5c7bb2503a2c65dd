"""What waits to be written: bounded, merged by key, never lost between threads, never in the way."""

import os
import threading

import pytest
from django.db import DataError, OperationalError

from catalogue.recording import BufferedRecorder
from tests.waiting import PATIENCE_SECONDS


class Written(dict):
    """Stands for a table that adds up; `failure` is raised instead of writing."""

    failure: Exception | None = None

    def add(self, batch) -> int:
        if self.failure:
            raise self.failure
        for key, value in batch.items():
            self[key] = self.get(key, 0) + value
        return len(batch)


@pytest.fixture
def written():
    return Written()


@pytest.fixture
def make(written):
    recorders = []

    def make(*, interval=0.0, **options):
        options = {"max_waiting": 1_000, "batch_size": 2, "write": written.add, **options}
        recorders.append(BufferedRecorder("test", merge=int.__add__, interval=lambda: interval, **options))
        return recorders[-1]

    yield make
    for recorder in recorders:
        recorder.stop()


def test_what_the_database_does_not_take_waits_and_the_memory_is_bounded(make, written):
    recorder = make(max_waiting=3)
    for key in ("a", "b", "c", "d", "a"):
        recorder.put(key, 1)
    assert (recorder.waiting(), recorder.dropped) == (3, 1)
    written.failure = OperationalError("away")
    with pytest.raises(OperationalError):
        recorder.flush()
    recorder.put("b", 1)
    recorder.put("e", 1)
    recorder.stop()  # at the end of the process: tried once more, and quiet
    assert (recorder.waiting(), recorder.dropped, written) == (3, 2, {})
    written.failure = None
    assert recorder.flush() == 3
    assert written == {"a": 2, "b": 2, "c": 1}


def test_what_the_database_will_never_take_holds_up_nothing_else(make, written):
    recorder = make()
    recorder.put("bad", 1)
    written.failure = DataError("no such text")
    with pytest.raises(DataError):
        recorder.flush()
    written.failure = None
    recorder.put("good", 1)
    assert (recorder.flush(), written, recorder.dropped) == (1, {"good": 1}, 1)


def test_who_notes_never_waits_for_the_writer(make):
    begun, may_end = threading.Event(), threading.Event()

    def slow(_batch):
        begun.set()
        assert may_end.wait(PATIENCE_SECONDS)

    recorder = make(write=slow)
    recorder.put("a", 1)
    writer = threading.Thread(target=recorder.flush)
    writer.start()
    assert begun.wait(PATIENCE_SECONDS)
    recorder.put("b", 1)  # would never return
    assert recorder.waiting() == 1
    may_end.set()
    writer.join()


def test_noting_never_fails(make):
    def broken(*_values):
        raise RuntimeError

    recorder = make()
    recorder._merge = broken
    recorder.put("a", 1)
    recorder.put("a", 1)
    assert recorder.waiting() == 1


def test_nothing_is_lost_between_threads(make, written):
    recorder, start = make(), threading.Barrier(4)

    def note():
        start.wait()
        for number in range(500):
            recorder.put(number % 7, 1)

    threads = [threading.Thread(target=note) for _ in range(4)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        recorder.flush()
    recorder.flush()
    assert sum(written.values()) == 2_000


def test_a_thread_writes_by_itself_and_goes_on_after_a_failure(make):
    done, attempts = threading.Event(), []

    def write(batch):
        attempts.append((threading.current_thread().name, batch))
        if len(attempts) == 1:
            raise OperationalError("away")
        done.set()

    recorder = make(write=write, interval=0.01)
    recorder.put("a", 1)
    assert done.wait(PATIENCE_SECONDS)
    assert attempts == [("test", {"a": 1})] * 2


def test_the_child_of_a_fork_writes_its_own_and_not_its_parents(make):
    received, sent = os.pipe()

    def write(batch):
        os.write(sent, (" ".join(batch) + "\n").encode())

    recorder = make(write=write, interval=3_600)
    recorder.put("parent", 1)  # starts the thread, which the child has not
    assert recorder._thread
    with recorder._guard:  # another thread may hold it just now
        child = os.fork()
        if child == 0:
            recorder.put("child", 1)
            recorder.flush()
            os._exit(0 if recorder._thread.is_alive() else 1)
    assert os.waitpid(child, 0)[1] == 0
    recorder.flush()
    os.close(sent)
    with os.fdopen(received) as lines:
        assert lines.read().split() == ["child", "parent"]
