"""The process that looks for a sheet in a camera's preview, frame after frame.

Started by the window as `python -m scanning.page.sheet_finder`, because the window's own process never loads OpenCV. It
reads frames from its standard input, writes an answer for each on its standard output, and ends with the pipe.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path
from typing import BinaryIO

from counter_app.apart.process_tree import interpreter, step_back

Place = tuple[float, float]
"""x and y as shares of the frame's width and height."""

_REQUEST = struct.Struct("<III")  # columns, rows, bytes a row; then the rows, red, green and blue
_ANSWER = struct.Struct("<?8d")  # whether there is a sheet; its corners' x and y
_LARGEST = 64_000_000  # bytes of a frame; what is larger is no preview
ANSWER_BYTES = _ANSWER.size


def command() -> tuple[list[str], dict[str, str]]:
    """The program with its arguments, and what its environment needs beside the caller's own."""
    root = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))
    return [interpreter(), "-m", "scanning.page.sheet_finder"], {"PYTHONPATH": path, "OMP_THREAD_LIMIT": "1"}


def request(columns: int, rows: int, row_bytes: int, pixels: bytes) -> bytes:
    """A frame on its way to the process: `rows` times `row_bytes`, three bytes a pixel and what fills up a row."""
    return _REQUEST.pack(columns, rows, row_bytes) + pixels


def answer(corners: list[Place] | None) -> bytes:
    """What the process says about a frame."""
    numbers = [number for place in corners or [(0.0, 0.0)] * 4 for number in place]
    return _ANSWER.pack(corners is not None, *numbers)


def corners_in(answered: bytes) -> list[Place] | None:
    """The sheet's four corners around it, out of an answer of ANSWER_BYTES; None if there is none."""
    found, *numbers = _ANSWER.unpack(answered)
    return list(zip(numbers[::2], numbers[1::2], strict=True)) if found else None


def main() -> None:
    """Answer until the window closes the pipe."""
    import cv2

    cv2.setNumThreads(1)
    step_back(5)  # pages being read and the window go before an outline
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints must not get among the answers
    while (found := _next(sys.stdin.buffer)) is not None:
        answers.write(found)
        answers.flush()


def _next(frames: BinaryIO) -> bytes | None:
    """The answer to the next frame; None when there are no more."""
    import numpy as np

    from scanning.page.flatten import find_sheet

    header = frames.read(_REQUEST.size)
    if len(header) < _REQUEST.size:
        return None
    columns, rows, row_bytes = _REQUEST.unpack(header)
    if rows * row_bytes > _LARGEST or row_bytes < 3 * columns:
        return None
    pixels = frames.read(rows * row_bytes)
    if len(pixels) < rows * row_bytes:
        return None
    table = np.frombuffer(pixels, np.uint8).reshape(rows, row_bytes)
    picture = np.ascontiguousarray(table[:, : 3 * columns].reshape(rows, columns, 3))
    corners = find_sheet(picture)
    if corners is None:
        return answer(None)
    return answer([((float(x) + 0.5) / columns, (float(y) + 0.5) / rows) for x, y in corners])


if __name__ == "__main__":
    main()
