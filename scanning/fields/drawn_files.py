"""The forms that an office drew, in the folder `templates` of its knowledge: one file a form."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from counter_app.dossier.pages import PageReading
from counter_app.durable import write_durably
from counter_app.errors import CounterError
from counter_app.procedures.data_files import DataFault
from scanning.fields.drawing import DrawnForm, form_text, name_of_paper
from scanning.fields.templates import Forms, Template, forms_of


class NoTitle(CounterError):
    """A drawn form has no title."""

    what = "The form has no title, by which its pages are recognised."
    todo = "Type the title as it is printed on the form, then save again."


class NoFields(CounterError):
    """No box of a drawn form has a field and a label."""

    what = "No box has a field and the printed label before it: nothing could be read by this form."
    todo = "Draw a box where the answer stands, choose its field and check its label."


class FieldTwice(CounterError):
    """Two boxes of a drawn form have the same field."""

    what = "Two boxes have the same field: {field}."
    todo = "Give one of them another field, or delete it."


class FormNotKept(CounterError):
    """The file of a drawn form could not be written or removed."""

    what = "The form could not be saved; nothing has changed."
    todo = "Check that the disk is not full and save again."


def keep_form(folder: Path, form: DrawnForm, pages: Sequence[PageReading]) -> None:
    """Writes the form, in place of the one of that name.

    Raises NoTitle, NoFields, FieldTwice, FormNotKept; DataFault where something in it cannot be read back.
    """
    as_template(form, pages)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_durably(_file(folder, form.name), form_text(form, pages).encode())
    except OSError as failure:
        raise FormNotKept(type(failure).__name__) from failure


def as_template(form: DrawnForm, pages: Sequence[PageReading]) -> Template:
    """The template that the form is once it is saved. Raises NoTitle, NoFields, FieldTwice, DataFault."""
    _check(form)
    with tempfile.TemporaryDirectory() as beside:
        Path(beside, "mau.toml").write_text(form_text(form, pages), encoding="utf-8")
        forms = forms_of(Path(beside))
    if forms.faults:
        raise DataFault(faults=forms.faults)
    return forms.templates[0]


def remove_form(folder: Path, name: str) -> None:
    """Forgets the drawn form of that name. Raises FormNotKept."""
    try:
        _file(folder, name).unlink(missing_ok=True)
    except OSError as failure:
        raise FormNotKept(type(failure).__name__) from failure


def drawn_forms(folder: Path) -> Forms:
    """The forms that were drawn here, and what is wrong with files that cannot be read."""
    every = forms_of(folder)
    return Forms(tuple(template for template in every.templates if template.name), every.faults)


def _check(form: DrawnForm) -> None:
    if not form.title.strip():
        raise NoTitle()
    if not any(field.field and field.label.strip() for field in form.fields):
        raise NoFields()
    names = [field.field for field in form.fields if field.field]
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        raise FieldTwice(field=twice)


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name_of_paper(name)}.toml"
