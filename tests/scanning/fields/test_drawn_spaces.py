"""On a form that was drawn, a label that is hidden costs nothing: the other labels say where its answer belongs."""

from __future__ import annotations

from dataclasses import replace

from counter_app.dossier.pages import PageReading, Word, Writing
from scanning.fields.extract import extract
from scanning.fields.field import EMPTY, HANDWRITTEN
from scanning.fields.templates import Label, Part, Template

LABELS = ("Họ và tên", "Ngày sinh", "Nơi cư trú", "Số điện thoại", "Nghề nghiệp", "Ghi chú thêm")
UNIT = 200 / 25.4
TEMPLATE = Template(
    "own_form",
    (),
    tuple(
        Label((text.lower().replace(" ", ""),), (Part(f"own.f{row}", "text"),), area=(72.0, 38.0 + 12 * row, 90.0, 6.0))
        for row, text in enumerate(
            ("ho va ten", "ngay sinh", "noi cu tru", "so dien thoai", "nghe nghiep", "ghi chu them")
        )
    ),
)


def page(hidden: str = "") -> PageReading:
    """The form scanned 4 mm to the right and 3 mm down; each label 30 mm before its answer ends where that begins."""
    words = []
    for row, label in enumerate(LABELS):
        texts = [] if label == hidden else f"{label}:".split()
        left = (76.0 - 1.2) * UNIT - 18 * len(f"{label}:")
        for text in texts:
            words.append(Word(text, 96.0, (round(left), round((41.9 + 12 * row) * UNIT), 18 * len(text), 22)))
            left += 18 * (len(text) + 1)
    answer = Writing((round(78 * UNIT), round((42 + 12 * 2) * UNIT), 300, 40), 99.0, "???")
    reading = PageReading(1654, 2339, 200, 0, 0.0, False, 0, False, tuple(words), "", 96.0, (), "unknown")
    return replace(reading, print_words=reading.words, writing=(answer,))


def test_drawn_boxes_lie_on_the_scan_where_its_labels_say() -> None:
    fields = {field.name: field for field in extract(TEMPLATE, [page()], empty=True)}
    left, _, width, height = fields["own.f0"].box
    assert abs(left / UNIT - 76) < 1.5 and abs(width / UNIT - 90) < 1 and abs(height / UNIT - 6) < 0.5
    assert fields["own.f0"].filled == EMPTY and fields["own.f2"].filled == HANDWRITTEN


def test_the_answer_behind_a_hidden_label_has_its_place() -> None:
    fields = {field.name: field for field in extract(TEMPLATE, [page(hidden="Nơi cư trú")], empty=True)}
    assert fields["own.f2"].filled == HANDWRITTEN
    assert abs(fields["own.f2"].box[0] / UNIT - 76) < 1.5
    assert abs((fields["own.f2"].box[1] - fields["own.f1"].box[1]) / UNIT - 12) < 1
