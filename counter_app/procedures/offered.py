"""Which procedures of the catalogue an office receives: its own choice, as data (`knowledge/offered.toml`)."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from counter_app.dossier.value import Value
from counter_app.procedures.catalogue import Listed, SettledBy
from counter_app.procedures.data_files import DataFault, DataFile, dotted, fault_at, wanted_by

FILE = "offered.toml"


class Offer(Value):
    """What is received: everything of the `levels` that holds in the office's province, what is named in `also` and
    `favourites`, and nothing of `without`. Procedures of an office's own files, which say no level, are received.
    """

    levels: tuple[SettledBy, ...] = ("commune",)
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    favourites: tuple[str, ...] = ()

    def offers(self, line: Listed, province: str) -> bool:
        """Whether an office of that province (H41) receives the procedure."""
        if line.code in self.without:
            return False
        if not line.levels or line.code in self.also or line.code in self.favourites:
            return True
        if line.publisher.startswith("H") and line.publisher.partition(".")[0] != province:
            return False  # another province's own
        if "vertical" in line.levels and "vertical" not in self.levels:
            return False
        return any(level in self.levels for level in line.levels if level != "vertical")

    def favouring(self, code: str, wanted: bool) -> Offer:
        """The choice with a procedure among the favourites, the newest last, or not."""
        others = tuple(favourite for favourite in self.favourites if favourite != code)
        return self.model_copy(update={"favourites": (*others, code) if wanted else others})

    def receiving(self, line: Listed, province: str, wanted: bool) -> Offer:
        """The choice with a procedure received, or not."""
        without = tuple(item for item in self.without if item != line.code)
        if wanted:
            after = self.model_copy(update={"without": without})
            return after if after.offers(line, province) else after.model_copy(update={"also": (*self.also, line.code)})
        gone = {
            name: tuple(item for item in getattr(self, name) if item != line.code) for name in ("also", "favourites")
        }
        return self.model_copy(update={"without": (*without, line.code), **gone})


def offer_text(offer: Offer) -> str:
    """The choice as its file says it."""
    lists = (f"{name} = [{', '.join(map(json.dumps, codes))}]" for name, codes in offer.model_dump().items())
    return "\n".join(("# Thủ tục cơ quan nhận và hay dùng; ghi từ màn hình Danh mục và Tiếp nhận.", *lists, ""))


def load_offer(folder: Path | None) -> Offer:
    """The office's choice; the usual one where it made none. Raises DataFault."""
    if folder is None or not (folder / FILE).is_file():
        return Offer()
    file = DataFile(folder / FILE)
    try:
        return Offer.model_validate(file.content)
    except ValidationError as failure:
        faults = [
            fault_at(file.name, file.line_of_key(str(error["loc"][0])), dotted(error["loc"]), wanted_by(error))
            for error in failure.errors(include_url=False)
        ]
        raise DataFault(faults=faults) from failure


def province_of(agency: str) -> str:
    """The province in an agency's code of either scheme: H41 of H41.15.02 and of 000.00.15.H41."""
    return next((part for part in agency.split(".") if part.startswith("H")), "")
