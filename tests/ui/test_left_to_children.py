"""What a base class leaves to its children is there in each: Qt's objects cannot be abstract classes of Python's."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from inspect import isfunction
from pkgutil import walk_packages

import pytest

import ui
from ui.detail.acts.form import ActForm
from ui.pages.holder import PageHolder

_LEFT = NotImplementedError.__name__


def children(of: type) -> Iterator[type]:
    for child in of.__subclasses__():
        yield child
        yield from children(child)


def left_by(base: type) -> list[str]:
    """The methods and properties of a class that do nothing but raise NotImplementedError."""
    functions = {name: getattr(part, "fget", part) for name, part in vars(base).items()}
    return [name for name, part in functions.items() if isfunction(part) and part.__code__.co_names == (_LEFT,)]


@pytest.mark.parametrize(
    ("base", "parts", "at_least"),
    [(ActForm, ["step"], 20), (PageHolder, ["holder", "message_key", "papers", "put_pages"], 2)],
)
def test_no_child_lacks_what_its_base_leaves_to_it(base: type, parts: list[str], at_least: int) -> None:
    assert left_by(base) == parts
    for module in walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    found = [child for child in children(base) if child.__module__.startswith("ui.")]
    lacking = {
        f"{child.__name__}.{part}" for child in found for part in parts if getattr(child, part) is getattr(base, part)
    }
    assert len(found) >= at_least and not lacking
