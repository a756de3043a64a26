"""`counter bench digitise` and `counter bench pages`: the scanning room beside OCRmyPDF and beside bare Tesseract.

OCRmyPDF comes with the extra `bench` and wants Debian's unpaper and ghostscript; without it that side is left out.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import fmean

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image

from counter_app.bench.digitise_pages import DPI, BenchPage, bench_pages
from counter_app.bench.figures import Figure, medians
from counter_app.bench.reading import reading_figures
from scanning.digitise import digitise

_PAGES = 40
_JOBS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def digitise_figures() -> Iterator[Figure]:
    """Forty worn pages, a third of them turned: time, size and letters read wrong; words missed on clean ones."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = list(bench_pages(_PAGES))
        files = _written(pages, folder)
        pdf, report = folder / "ours.pdf", {}

        def ours() -> None:
            report.update(digitise(files, pdf, jobs=_JOBS, with_fields=False))

        mine, bare = medians(3, ours, lambda: _bare_tesseract(files))
        read = [page["text"] for page in report["pages"]]
        yield Figure(f"digitise, {_PAGES} worn pages", mine, bare, "bare Tesseract on the raw pages")
        yield from reading_figures()
        if (peer := _ocrmypdf()) is None:
            print("OCRmyPDF is not installed: its side is left out", file=sys.stderr)
            return
        source, theirs, sidecar = folder / "in.pdf", folder / "theirs.pdf", folder / "theirs.txt"
        source.write_bytes(_as_pdf(pages))
        command = [peer, "--deskew", "--rotate-pages", "--clean", "-l", "vie", "--jobs", str(_JOBS), "-q"]
        command += ["--sidecar", str(sidecar), str(source), str(theirs)]
        start = time.perf_counter()
        subprocess.run(command, check=True)  # once: it takes minutes, and the factor is far from the limit
        yield Figure("  wall time", mine, time.perf_counter() - start, "OCRmyPDF --deskew --rotate-pages --clean")
        yield Figure("  size", pdf.stat().st_size / 1000, theirs.stat().st_size / 1000, "OCRmyPDF", "kB")
        yield from _wrong_letters(pages, read, sidecar.read_text(encoding="utf-8").split("\f"))


def page_figures() -> Iterator[Figure]:
    """Many pages: how they lie, memory of all processes, time a page from few to many."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lies, files = [], []
        for number, page in enumerate(bench_pages(200)):
            files += _written([page], folder, number)
            lies.append(page.rotation)
        seconds = {count: _digitised((files * 2)[:count], folder) for count in (10, 200, 400)}
        report = json.loads((folder / "200.json").read_text(encoding="utf-8"))
        found = [page["rotation"] for page in report["pages"]]
        upright = [rotation for rotation, lie in zip(found, lies, strict=True) if not lie]
        right = sum(rotation == lie for rotation, lie in zip(found, lies, strict=True))
        yield Figure("lying right, of 200 pages", right, 200, "all of them", "pages")
        yield Figure("upright pages turned", sum(map(bool, upright)), len(upright), "upright pages", "pages")
        yield Figure("memory, 200 pages", seconds[200][1] / 1e6, 900, "the 900 MB allowed", "MB")
        yield Figure("a page of 400", seconds[400][0] / 400, seconds[10][0] / 10, "a page of 10")


def _digitised(files: Sequence[Path], folder: Path) -> tuple[float, int]:
    """Seconds, and the most bytes that the command and all its processes held at a time."""
    pdf, report = folder / f"{len(files)}.pdf", folder / f"{len(files)}.json"
    command = [sys.executable, "-m", "counter_app", "digitise", *map(str, files), "-o", str(pdf), "--json", str(report)]
    start = time.perf_counter()
    process = subprocess.Popen([*command, "--jobs", str(_JOBS)], stderr=subprocess.DEVNULL)
    with PeakMemory(process.pid) as memory:
        process.wait()
    return time.perf_counter() - start, memory.peak


class PeakMemory:
    """The most memory a process and all its children held at a time, in bytes; what they share counts once."""

    def __init__(self, process: int) -> None:
        self.peak = 0
        self._process = process
        self._done = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> PeakMemory:
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._watch.join()

    def _look(self) -> None:
        while not self._done.wait(0.1):
            self.peak = max(self.peak, sum(map(_memory, _family(self._process))))


def _family(root: int) -> list[int]:
    parents: dict[int, list[int]] = defaultdict(list)
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            number, _, rest = status.read_text().partition(" (")
            parents[int(rest.rpartition(") ")[2].split()[1])].append(int(number))
        except OSError:  # it ended meanwhile
            continue
    found = [root]
    for process in found:
        found += parents[process]
    return found


def _memory(process: int) -> int:
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:  # it ended meanwhile
        return 0
    lines = (line.split() for line in rollup.splitlines())
    return next((int(line[1]) * 1024 for line in lines if line[0] == "Pss:"), 0)


def _wrong_letters(pages: Sequence[BenchPage], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Figure]:
    sides: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for page, mine, other in zip(pages, ours, theirs, strict=False):
        sides[page.wear].append((100 * page.wrong(mine), 100 * page.wrong(other)))
    everything = [pair for pairs in sides.values() for pair in pairs]
    for name, pairs in {"in the mean": everything, **sides}.items():
        ours_wrong, theirs_wrong = (fmean(side) for side in zip(*pairs, strict=True))
        yield Figure(f"  letters wrong, {name}", ours_wrong, theirs_wrong, "OCRmyPDF", "%")


def _written(pages: Sequence[BenchPage], folder: Path, first: int = 0) -> list[Path]:
    files = [folder / f"{number:03d}.jpg" for number in range(first, first + len(pages))]
    for file, page in zip(files, pages, strict=True):
        file.write_bytes(page.jpeg)
    return files


def _bare_tesseract(files: Sequence[Path]) -> None:
    """Every page through Tesseract as it is, one thread each, one process a core at a time."""
    waiting, lock = list(files), threading.Lock()

    def work() -> None:
        while True:
            with lock:
                if not waiting:
                    return
                page = waiting.pop(0)
            command = ["tesseract", str(page), "-", "-l", "vie"]
            environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)

    threads = [threading.Thread(target=work) for _ in range(_JOBS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _ocrmypdf() -> str | None:
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return shutil.which("ocrmypdf", path=places)


def _as_pdf(pages: Sequence[BenchPage]) -> bytes:
    """The pages as a scanner's PDF: their JPEGs as they are."""
    document = pikepdf.new()
    for page in pages:
        with Image.open(io.BytesIO(page.jpeg)) as image:
            width, height = image.size
        size = (width * 72 / DPI, height * 72 / DPI)
        document.add_blank_page(page_size=size)
        picture = document.make_stream(
            page.jpeg,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=width,
            Height=height,
            ColorSpace=Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=Name.DCTDecode,
        )
        sheet = document.pages[-1]
        sheet.Resources = Dictionary(XObject=Dictionary(Scan=picture))
        sheet.Contents = document.make_stream(f"q {size[0]:.3f} 0 0 {size[1]:.3f} 0 0 cm /Scan Do Q".encode())
    memory = io.BytesIO()
    document.save(memory)
    return memory.getvalue()


FIGURES: dict[str, Callable[[], Iterator[Figure]]] = {"digitise": digitise_figures, "pages": page_figures}
