"""The process that works apart: reads tasks from its standard input, answers on its standard output.

Started by `worker_process` as `python -m counter_app.apart.worker`. It lives exactly as long as its parent holds the
pipe: when the pipe ends, even by kill -9, the worker ends at once and takes what it runs (Tesseract) with it.
"""

from __future__ import annotations

import importlib
import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterable
from queue import SimpleQueue
from typing import Any, BinaryIO

from counter_app.apart.process_tree import end_with_children, limit_memory, step_back, take_input
from counter_app.errors import CounterError

Task = tuple[str, tuple[Any, ...]]
"""A function ("module:name") and what it is given."""


def main() -> None:
    """Work until the parent closes the pipe."""
    limit_memory(int(sys.argv[1]))
    if "urgent" not in sys.argv[3:]:
        step_back()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints must not get among the answers
    tasks: SimpleQueue[Task] = SimpleQueue()
    threading.Thread(target=_receive, args=(take_input(), tasks, sys.argv[2]), daemon=True).start()
    while True:
        name, given = tasks.get()
        try:
            _work(name, given, answers)
        except MemoryError:
            end_with_children()


def _work(name: str, given: tuple[Any, ...], answers: BinaryIO) -> None:
    failure: CounterError | None = None
    try:
        results: Iterable[Any] = _named(name)(*given)
        for result in results:
            _say(answers, (False, result))
    except CounterError as error:
        failure = error
    _say(answers, (True, failure))


def _say(answers: BinaryIO, answer: tuple[bool, Any]) -> None:
    pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _named(function: str) -> Callable[..., Any]:
    module, _, name = function.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found


def _receive(pipe: BinaryIO, tasks: SimpleQueue[Task], farewell: str) -> None:
    """Hand tasks on; when the parent is gone, end everything, even in the middle of a page."""
    while True:
        try:
            task = pickle.load(pipe)
        except (EOFError, pickle.UnpicklingError):
            if farewell:
                _named(farewell)()
            end_with_children()
        tasks.put(task)


if __name__ == "__main__":
    main()
