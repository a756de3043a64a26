"""The process that works on pages: reads tasks from its standard input, answers on its standard output.

Started by `worker_process` as `python -m scanning.pipeline.worker`. It lives exactly as long as its parent holds the
pipe: when the pipe ends, even by kill -9, the worker ends at once and takes a running Tesseract with it.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from queue import SimpleQueue
from typing import BinaryIO

import cv2

from counter_app.errors import CounterError
from scanning.page.read_page import read_pages
from scanning.pages import RawPage, ReadPage
from scanning.pipeline.process_tree import end_with_children, limit_memory, step_back
from scanning.private_directory import remove_own_directories

Task = tuple[RawPage, str]
"""A page and the language to read it in."""
Answer = tuple[ReadPage, ...] | CounterError


def main() -> None:
    """Work until the parent closes the pipe."""
    cv2.setNumThreads(1)  # pages are what runs in parallel
    limit_memory(int(sys.argv[1]))
    step_back()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints must not get among the answers
    tasks: SimpleQueue[Task] = SimpleQueue()
    threading.Thread(target=_receive, args=(sys.stdin.buffer, tasks), daemon=True).start()
    while True:
        pickle.dump(_answer(*tasks.get()), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


def _answer(page: RawPage, language: str) -> Answer:
    try:
        return read_pages(page, language)
    except CounterError as error:
        return error
    except MemoryError:
        end_with_children()
    except cv2.error as error:
        if error.code == cv2.Error.STS_NO_MEM:
            end_with_children()
        raise


def _receive(pipe: BinaryIO, tasks: SimpleQueue[Task]) -> None:
    """Hand tasks on; when the parent is gone, end everything, even in the middle of a page."""
    while True:
        try:
            task = pickle.load(pipe)
        except (EOFError, pickle.UnpicklingError):
            remove_own_directories()
            end_with_children()
        tasks.put(task)


if __name__ == "__main__":
    main()
