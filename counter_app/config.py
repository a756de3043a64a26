"""The profile of a desk: its office, itself, the provincial server, its devices. One TOML file, validated."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Annotated, Any

from platformdirs import user_data_path
from pydantic import AfterValidator, Field, ValidationError, model_validator

from counter_app.bounded_files import read_file
from counter_app.dossier.agency_names import in_full
from counter_app.dossier.codes import AGENCY, Ranges
from counter_app.dossier.day_hours import Hours
from counter_app.dossier.money import FeeKind, copies_of
from counter_app.dossier.value import Value
from counter_app.durable import write_durably
from counter_app.errors import CounterError
from counter_app.private import make_private_folder
from counter_app.resources import resource

PROFILE = "profile.toml"
NEVER_SURE = 101
"""Certainty that nothing reaches."""
OF_THE_JOURNAL = frozenset(
    {"office.agency", "desk.number", "office.desk_slots", "office.day_range", "office.year_range"}
)
"""Settings from which codes and numbers are drawn: the same for the life of the desk."""
_LARGEST = 1_000_000  # bytes of a profile
_TRAINING = "T"
_TRAINING_MARK, _TRAINING_SYMBOL = "TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ", "TẬP HUẤN"
_LAST_RECEIPT = 9_999_999  # NĐ 123/2020: seven digits at the most


class BadProfile(CounterError):
    """The profile is no TOML, or a value in it is wrong."""

    what = "The desk's profile {file} is wrong: {fault}"
    todo = "Correct that line, or delete the file to set the desk up anew."


class NoProfile(CounterError):
    """The desk was not set up yet."""

    what = "This desk was not set up yet."
    todo = "Start the program with ‘counter run’ and fill in office and desk."


def _agency(code: str) -> str:
    if not AGENCY.match(code):
        raise ValueError("an agency code such as H41.15")
    return code


class Office(Value):
    """The office as it signs its papers. `desk_slots` is how many desks its running numbers leave room for.

    Each desk draws from ranges of its own: `day_range` numbers of dossiers a day, `year_range` numbers of outgoing
    papers a year; both, and the slots, are the same at all desks of the office.
    """

    agency: Annotated[str, AfterValidator(_agency)]
    name: str = Field(min_length=1)  # e.g. UBND PHƯỜNG …
    unit: str = "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ"
    parent: str = ""  # cơ quan chủ quản, above the name where the office has one on its papers
    place: str = Field(min_length=1)  # địa danh
    address: str = ""
    phone: str = ""
    website: str = ""
    opening_hours: str = ""  # on papers; "": the hours of the season, as the data have them
    tax_code: str = ""  # mã số thuế, on fee receipts
    logo: str = ""  # a picture file; a relative name is looked for beside the profile
    notes: tuple[str, ...] = ()  # the office's own lines at the foot of its receipts
    look_up: str = Field(default="", pattern=r"^(https?://[^\s{}]+\{token\}[^\s{}]*)?$")  # where a paper's QR leads
    symbol: str = ""  # of the agency in the numbers of its letters; "": UBND, where it is one
    unit_symbol: str = ""  # of the desk in the numbers of its papers; "": TTPVHCC at a centre, else BPTNTKQ
    report_to: str = ""  # đơn vị nhận báo cáo
    desk_slots: int = Field(default=20, ge=1, le=500)
    day_range: int = Field(default=1_000, ge=10)
    year_range: int = Field(default=10_000, ge=10)

    @property
    def letters_symbol(self) -> str:
        """What stands for the agency in the numbers of its letters, dots where nobody said and its name does not."""
        return self.symbol or ("UBND" if in_full(self.name).startswith("Ủy ban nhân dân") else "……")

    @property
    def papers_symbol(self) -> str:
        """What stands for the desk in the numbers of its papers (TT 03/2025: TTPVHCC at a centre, else BPTNTKQ)."""
        names = in_full(self.unit), in_full(self.name)
        is_centre = any(name.startswith("Trung tâm Phục vụ hành chính công") for name in names)
        return self.unit_symbol or ("TTPVHCC" if is_centre else "BPTNTKQ")


class Desk(Value):
    """One desk of the office: its slot (1 to desk_slots), and after how many minutes without a key or click it is
    locked. Who works there has an account (`counter_app.desk.accounts`)."""

    number: int = Field(ge=1)
    lock_minutes: int = Field(default=10, ge=1, le=120)

    @model_validator(mode="before")
    @classmethod
    def _of_before(cls, told: Any) -> Any:
        """A profile of before named the clerk and their roles, which the accounts have taken the place of."""
        if not isinstance(told, dict):
            return told
        return {name: value for name, value in told.items() if name not in ("clerk", "roles")}


class Server(Value):
    """The provincial server; without an address the desk keeps everything until there is one.

    `code` is the one-time code the province gave out for this desk; what the desk gets for it lies in its store.
    """

    url: str = Field(default="", pattern=r"^(https?://[^\s]+)?$")
    code: str = ""
    proxy: str = Field(default="", pattern=r"^((https?|socks5)://[^\s]+)?$")  # "": what the system says
    authority: str = ""  # a PEM file with the province's own certificate authority; a relative name: beside the profile
    file_speed: int = Field(default=0, ge=0)  # bytes a second for files; 0 for all the line has
    update_key: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")  # who may sign versions; "": none is taken
    file_hours: tuple[Hours, ...] = ()  # when files may go; () for always

    @model_validator(mode="before")
    @classmethod
    def _of_before(cls, told: Any) -> Any:
        """A profile of before knew a `token`, which the code has taken the place of."""
        if not isinstance(told, dict) or "token" not in told:
            return told
        token = told["token"]
        return {"code": token} | {name: value for name, value in told.items() if name != "token"}


class Devices(Value):
    """What stands on the desk; "" lets the program choose the first it finds."""

    scanner: str = ""
    printer: str = ""
    card_reader: str = ""  # the serial port of one that does not type: COM3, /dev/ttyACM0


class Backup(Value):
    """Where backups are made by themselves, each hour: a folder on a second disk or a share. "": nowhere."""

    folder: str = ""


class Kiosk(Value):
    """The page on which citizens say how they were served (`counter_app.kiosk`).

    `host` is where the program serves it: 127.0.0.1 for a second screen of this computer, 0.0.0.0 for a tablet in the
    office's network, "" for nowhere. `address` is where the QR of a slip leads, with {token} in it: to this page as
    telephones in the office reach it, or to the province's. Without one, papers point at the screen.
    """

    host: str = Field(default="", pattern=r"^[0-9A-Za-z.:-]*$")
    port: int = Field(default=8041, ge=1, le=65535)
    address: str = Field(default="", pattern=r"^(https?://[^\s{}]+\{token\}[^\s{}]*)?$")

    @property
    def asks(self) -> bool:
        """Whether papers ask how the citizen was served."""
        return bool(self.host or self.address)


class Log(Value):
    """How much goes into counter.log; nothing personal at any level."""

    level: str = Field(default="warning", pattern="^(warning|info|debug)$")


class ReadingThreshold(Value):
    """From which certainty on (0 to 100) a field that was read on a paper of that name may be called sure, beside what
    the program asks anyway; NEVER_SURE: none is."""

    paper: str = Field(min_length=1)
    sure_from: int = Field(ge=0, le=NEVER_SURE)


class Display(Value):
    """How the window looks at this desk, and whether a second screen shows the citizen what is about to be received.

    `size` is in percent of what the system has; it holds from the next start.
    """

    theme: str = Field(default="system", pattern="^(system|light|dark|contrast)$")
    size: int = Field(default=100, ge=100, le=200)
    second_screen: bool = False


class PrinterAddress(Value):
    """A printer the system does not know, by its address: ipp://192.168.1.9/ipp/print, escpos+tcp://192.168.1.8:9100."""

    name: str = Field(min_length=1)
    address: str = Field(min_length=1)


class Signer(Value):
    """Who signs the agency's letters: `role` is what stands above the name, a line each.

    ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH") or ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH").
    """

    name: str = Field(min_length=1)
    role: tuple[str, ...] = Field(min_length=1)


class NumberSeries(Value):
    """Outgoing papers whose numbers the program draws, in one run a year; those of no series have dots instead.

    In the `year` in which the program takes over from a paper book, this desk's run goes on `after` what it reached.
    """

    forms: tuple[str, ...] = Field(min_length=1)  # names of papers, such as supplement_request
    year: int = 0
    after: int = Field(default=0, ge=0)

    @property
    def name(self) -> str:
        """By which the journal knows the series."""
        return self.forms[0]

    def taken_over(self, year: int) -> int:
        """What the paper book of that year had reached, of this desk's run; 0 where there was none."""
        return self.after if self.year == year else 0


class ReceiptSeries(Value):
    """A registered book or block of fee receipts (biên lai) this desk draws numbers from, `first` to `last`.

    `copies` is how many copies (liên) a receipt has, 0 for what its form says: 01BLP2-001 has two.
    """

    form: str = Field(min_length=1)  # mẫu số, e.g. 01BLP2-001
    symbol: str = Field(min_length=1)  # ký hiệu, e.g. NA-26T
    kind: FeeKind
    first: int = Field(default=1, ge=1)
    last: int = Field(default=_LAST_RECEIPT, ge=1, le=_LAST_RECEIPT)
    copies: int = Field(default=0, ge=0, le=9)

    @property
    def liens(self) -> int:
        """How many copies (liên) its receipts have."""
        return self.copies or copies_of(self.form)

    @property
    def name(self) -> str:
        """Form and symbol, by which the journal knows the series."""
        return f"{self.form} {self.symbol}"


class Profile(Value):
    """Everything a desk is told once. `locked` names what only whoever set the desk up may change: "server" for all of
    a table, "office.logo" for one line of it."""

    office: Office
    desk: Desk
    server: Server = Server()
    devices: Devices = Devices()
    printers: tuple[PrinterAddress, ...] = ()
    signers: tuple[Signer, ...] = ()
    numbers: tuple[NumberSeries, ...] = ()
    receipts: tuple[ReceiptSeries, ...] = ()
    backup: Backup = Backup()
    kiosk: Kiosk = Kiosk()
    log: Log = Log()
    display: Display = Display()
    thresholds: tuple[ReadingThreshold, ...] = ()
    locked: tuple[str, ...] = ()
    training: bool = False
    language: str = Field(default="vi", pattern="^(vi|en)$")

    def series(self, kind: FeeKind) -> tuple[ReceiptSeries, ...]:
        """The registered series for fees or charges; none where the office issues no receipts of its own."""
        return tuple(receipt for receipt in self.receipts if receipt.kind == kind)

    def numbered(self, form: str) -> NumberSeries | None:
        """The series a paper's number is drawn from; None where it is written by hand."""
        return next((number for number in self.numbers if form in number.forms), None)

    def sure_from(self, paper: str) -> int:
        """The certainty from which on a field of a paper may be called sure."""
        return next((row.sure_from for row in self.thresholds if row.paper == paper), 0)

    def is_locked(self, name: str) -> bool:
        """Whether a setting such as "office.logo" is locked, itself or with its table."""
        return name in self.locked or name.partition(".")[0] in self.locked

    @property
    def codes(self) -> Ranges:
        """The numbers of a day's dossiers that are this desk's."""
        return Ranges(self.desk.number, self.office.desk_slots, self.office.day_range)

    @property
    def paper_numbers(self) -> Ranges:
        """The numbers of a year's outgoing papers of a series that are this desk's."""
        return Ranges(self.desk.number, self.office.desk_slots, self.office.year_range)

    @property
    def desk_id(self) -> str:
        """The name of this desk's journal, the same for the life of the desk. One for training has a name that neither
        the protocol nor any server knows, so that its entries can never be taken for a desk's."""
        return f"{self.office.agency}:{_TRAINING if self.training else ''}{self.desk.number}"

    @property
    def mark(self) -> str:
        """What stands across every paper and list that leaves a desk for training; "" at any other."""
        return _TRAINING_MARK if self.training else ""


def is_training(desk: str) -> bool:
    """Whether the journal of that name is of a desk for training."""
    return f":{_TRAINING}" in desk


def training_folder() -> Path:
    """Where the desk for training lies, beside the real one."""
    return default_data_folder().with_name("counter-training")


def training_profile(profile: Profile) -> Profile:
    """The same office to train at: without server and backups, and without the page for citizens, which telephones and
    tablets would find here instead of at the real desk. Its fee receipts are of no registered book."""
    receipts = tuple(
        series.model_copy(update={"symbol": _TRAINING_SYMBOL, "first": 1, "last": _LAST_RECEIPT})
        for series in profile.receipts
    )
    alone = {"training": True, "server": Server(), "backup": Backup(), "kiosk": Kiosk(), "receipts": receipts}
    return profile.model_copy(update=alone)


def default_data_folder() -> Path:
    """Where the desk's data lies unless --data says otherwise."""
    return user_data_path("counter", appauthor=False)


def demo_folder() -> Path:
    """Where the demo's desk lies unless it was told another folder."""
    return default_data_folder().with_name("counter-demo")


def usual_data_folder() -> Path:
    """The desk's data; before a desk was set up, the demo's, so that `counter run` after it shows its dossiers."""
    own, demo = default_data_folder(), demo_folder()
    return demo if not (own / PROFILE).exists() and (demo / PROFILE).exists() else own


def sample_profile() -> Profile:
    """The ready sample office, for a first look and for the demo."""
    return load_profile(resource("samples", "office.toml"))


def load_profile(path: Path) -> Profile:
    """Reads and checks a profile. Raises NoProfile, BadProfile (with the field that is wrong)."""
    try:
        text = read_file(path, _LARGEST).decode()
    except FileNotFoundError as fault:
        raise NoProfile() from fault
    except (OSError, ValueError) as fault:
        raise BadProfile(type(fault).__name__, file=path.name, fault="UTF-8") from fault
    try:
        profile = Profile.model_validate(tomllib.loads(text))
    except ValidationError as fault:
        first = fault.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadProfile(place, file=path.name, fault=f"{place}: {first['msg']}") from fault
    except (ValueError, RecursionError) as fault:  # ValueError: also numbers without end
        raise BadProfile(file=path.name, fault=str(fault)) from fault
    if profile.desk.number > profile.office.desk_slots:
        raise BadProfile(file=path.name, fault=f"desk.number > {profile.office.desk_slots}")
    logo, authority = profile.office.logo, profile.server.authority
    return _with_files(profile, logo and str(path.parent / logo), authority and str(path.parent / authority))


def _with_files(profile: Profile, logo: str, authority: str) -> Profile:
    office = profile.office.model_copy(update={"logo": logo})
    server = profile.server.model_copy(update={"authority": authority})
    return profile.model_copy(update={"office": office, "server": server})


def save_profile(profile: Profile, path: Path) -> None:
    """Writes the profile as TOML, complete or not at all, readable by its user only (the desk's code is in it).

    A logo or certificate beside it is named by its file alone, so that the folder can move.
    """
    logo, authority = profile.office.logo, profile.server.authority
    profile = _with_files(profile, _beside(logo, path), _beside(authority, path))
    if not path.parent.exists():  # one that is there may be shared, as a technician's folder of profiles
        make_private_folder(path.parent)
    write_durably(path, toml_of(profile.model_dump(mode="json")).encode())


def toml_of(content: dict[str, Any]) -> str:
    """A profile, or a part of one, as TOML."""
    tables = {key: value for key, value in content.items() if isinstance(value, dict)}
    lists = {key: value for key, value in content.items() if isinstance(value, list) and key != "locked"}
    lines = [f"{key} = {_toml(value)}" for key, value in content.items() if key not in tables | lists]
    for name, values in tables.items():
        lines += ["", f"[{name}]", *_pairs(values)]
    for name, rows in lists.items():
        for values in rows:
            lines += ["", f"[[{name}]]", *_pairs(values)]
    return "\n".join(lines) + "\n"


def _beside(file: str, profile: Path) -> str:
    return Path(file).name if file and Path(file).parent == profile.parent else file


def _pairs(values: dict[str, str | int | list[str]]) -> list[str]:
    return [f"{key} = {_toml(value)}" for key, value in values.items()]


def _toml(value: str | int | list[str]) -> str:
    return json.dumps(value, ensure_ascii=False)  # JSON's strings, numbers and lists of them are TOML's
