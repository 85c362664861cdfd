"""The engine gives the same results wherever the work runs."""

import importlib.util
import os
import time

import pytest

from variorum.config import Config
from variorum.engine import map_partitions
from variorum.errors import ConfigError, VariorumError

needs_daft = pytest.mark.skipif(importlib.util.find_spec("daft") is None, reason="daft (extra `engine`) not installed")
EVERYWHERE = ["inline", "pool", pytest.param("daft", marks=needs_daft)]
ELSEWHERE = EVERYWHERE[1:]
TWO = Config(processes=2, min_partition=4)


def word_lengths(text):
    return {"text": text, "lengths": tuple(len(word) for word in text.split())}


def slow_first(number):
    time.sleep(0.2 if number == 0 else 0)
    return number


def own_failure(number):
    return ("failed", number) if number % 2 else ("done", number)


def raising(number):
    if number == 5:
        raise ZeroDivisionError("five is right out")
    return number


def process_id(_):
    return os.getpid()


def die(number):
    if number == 3:
        os._exit(9)
    return number


@pytest.mark.parametrize("runner", EVERYWHERE)
def test_results_are_the_same_wherever_they_are_made(runner):
    texts = [f"Déjà {'vu ' * (n % 7)}n°{n} — “{n}”" for n in range(23)]
    got = list(map_partitions(word_lengths, texts, config=TWO, runner=runner))
    assert got == [word_lengths(text) for text in texts]


@pytest.mark.parametrize("runner", EVERYWHERE)
def test_order_is_kept_when_the_first_is_slow(runner):
    assert list(map_partitions(slow_first, range(12), config=TWO, runner=runner)) == list(range(12))


@pytest.mark.parametrize("runner", EVERYWHERE)
def test_one_failure_kills_no_other(runner):
    got = list(map_partitions(own_failure, range(8), config=TWO, runner=runner))
    assert [kind for kind, _ in got] == ["done", "failed"] * 4


def test_exception_reaches_the_caller_when_not_caught():
    for runner in ("inline", "pool"):
        with pytest.raises(ZeroDivisionError, match="right out"):
            list(map_partitions(raising, range(8), config=TWO, runner=runner))


@pytest.mark.parametrize("runner", ELSEWHERE)
def test_one_clear_error_when_a_worker_dies(runner):
    with pytest.raises(VariorumError, match=r"worker process ended|daft stopped") as caught:
        list(map_partitions(die, range(8), config=TWO, runner=runner))
    assert "\n" not in str(caught.value)


def test_few_items_are_mapped_in_this_process():
    config = Config(processes=2, min_partition=10)
    assert set(map_partitions(process_id, range(9), config=config)) == {os.getpid()}
    assert os.getpid() not in set(map_partitions(process_id, range(10), config=config))


def test_runner_is_taken_from_the_environment(monkeypatch):
    monkeypatch.setenv("VARIORUM_RUNNER", "pool")
    assert os.getpid() not in set(map_partitions(process_id, range(2), config=TWO))
    monkeypatch.setenv("VARIORUM_RUNNER", "abacus")
    with pytest.raises(ConfigError, match="'abacus' is unknown"):
        list(map_partitions(process_id, range(2), config=TWO))


@pytest.mark.parametrize("runner", ["inline", "pool"])
def test_progress_counts_every_item(runner):
    seen = []
    list(map_partitions(slow_first, range(6), config=TWO, runner=runner, progress=lambda *at: seen.append(at)))
    assert seen == [(n, 6) for n in range(1, 7)]


@pytest.mark.parametrize("runner", EVERYWHERE)
def test_nothing_comes_of_nothing(runner):
    assert list(map_partitions(raising, [], config=TWO, runner=runner)) == []
