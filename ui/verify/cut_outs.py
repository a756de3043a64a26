"""The pictures a clerk compares with: the pages of a paper, and a cut-out of each field."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from counter_app.dossier.pages import Box
from counter_app.dossier.read_papers import ReadPaper
from counter_app.errors import CounterError
from ui.background.tasks import Progress
from ui.widgets.page_picture import drawn

_ABOVE, _BESIDE = 0.35, 0.15  # of the box's height, left free around it: letters reach over their boxes
_WIDEST = 1400  # pixels of a cut-out that is kept: more is on no screen


@dataclass(frozen=True)
class PaperPictures:
    """Of one paper: each page as it is kept with its resolution, by its number; the cut-outs by the fields' names."""

    pages: dict[int, tuple[bytes, int]] = field(default_factory=dict)
    cut_outs: dict[str, QImage] = field(default_factory=dict)


def pictures_of(progress: Progress, paper: ReadPaper) -> PaperPictures:
    """Reads the pages from the store and cuts the fields out; beside the window's thread. What is damaged lacks."""
    made = PaperPictures()
    for number in paper.pages:
        picture = _page(progress, number)
        if picture is None:
            continue
        made.pages[number] = picture
        boxes = {read.name: read.box for read in paper.fields if read.page == number and read.box is not None}
        image = drawn(picture[0], dpi=picture[1]) if boxes else QImage()
        if not image.isNull():
            made.cut_outs.update((name, _cut_out(image, box)) for name, box in boxes.items())
    return made


def _page(progress: Progress, number: int) -> tuple[bytes, int] | None:
    drafts = progress.desk.store.drafts
    try:
        page, reading = drafts.get_page(number), drafts.reading(number)
        return (progress.desk.store.files.get(page.picture), reading.dpi) if page and reading else None
    except CounterError:
        return None


def _cut_out(image: QImage, box: Box) -> QImage:
    left, top, width, height = box
    letters = min(height, width)
    above, beside = round(_ABOVE * letters), round(_BESIDE * letters)
    wanted = QRect(left, top, width, height).adjusted(-beside, -above, beside, above)
    cut = image.copy(wanted.intersected(image.rect()))
    return cut if cut.width() <= _WIDEST else cut.scaledToWidth(_WIDEST)
