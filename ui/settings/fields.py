"""What can be set, room by room: each line of the profile with its words, or why it is not changed here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from counter_app.config import NumberSeries, PrinterAddress, ReceiptSeries, Signer
from counter_app.dossier.value import Value
from counter_app.language import Phrase


class Kind(Enum):
    """How a setting is typed or chosen."""

    TEXT = auto()
    LINES = auto()  # some texts, one a line
    NUMBER = auto()
    CHOICE = auto()
    TICK = auto()
    FILE = auto()
    FOLDER = auto()
    PORT = auto()
    SCANNER = auto()
    PRINTER = auto()


_EMPTY = Phrase("settings", "This must be filled in")


@dataclass(frozen=True)
class Field:
    """One line of the profile: `wrong` says what it has to be like, `note` what to know, `fixed` why it stays."""

    name: str  # "office.phone"; "language" for one without a table
    label: Phrase
    kind: Kind = Kind.TEXT
    example: str = ""
    wrong: Phrase = _EMPTY
    note: Phrase | None = None
    fixed: Phrase | None = None
    choices: tuple[tuple[str, Phrase], ...] = ()
    span: tuple[int, int] = (0, 0)
    unit: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a list; `choices` where one chooses. Some texts in one cell are joined by “ / ”."""

    name: str
    label: Phrase
    stretch: int
    example: str = ""
    choices: tuple[tuple[str, Phrase], ...] = ()


@dataclass(frozen=True)
class Rows:
    """A list of the profile."""

    name: str
    label: Phrase
    row: type[Value]
    columns: tuple[Column, ...]
    wrong: Phrase
    note: Phrase | None = None


@dataclass(frozen=True)
class Room:
    """A page of the settings, its lines in their order. A clerk without the task sees those that are `everybodys`."""

    name: str
    title: Phrase
    parts: tuple[Field | Rows, ...] = ()
    everybodys: bool = False


_DRAWN_FROM = Phrase(
    "settings", "Stands in the codes of all dossiers and stays for the life of the desk; another desk is set up anew."
)
_SAME_EVERYWHERE = Phrase(
    "settings", "Numbers are drawn from it: set when the office is set up, alike at all its desks."
)
_ADDRESS = Phrase("settings", "An address begins with https:// or http://")
_FORMS = (
    ("supplement_request", Phrase("forms", "Request for supplements")),
    ("refusal", Phrase("forms", "Refusal to accept the dossier")),
    ("apology", Phrase("forms", "Apology and request for extension")),
    ("stop_notice", Phrase("forms", "Notice that work is stopped")),
    ("stop_notice / pause_notice", Phrase("settings", "Notices of stop and pause in one run")),
    ("pause_notice", Phrase("forms", "Notice that work is paused")),
    ("control_sheet", Phrase("forms", "Control sheet")),
    ("hand_over_list", Phrase("forms", "Hand-over list of dossiers")),
    ("hand_over_list / result_hand_over", Phrase("settings", "Hand-over lists of dossiers and results in one run")),
    ("result_hand_over", Phrase("forms", "Hand-over list of results")),
)

ROOMS: tuple[Room, ...] = (
    Room(
        "office",
        Phrase("settings", "Office"),
        (
            Field("office.name", Phrase("settings", "Office"), example="UBND PHƯỜNG …"),
            Field("office.unit", Phrase("settings", "Unit at the head of papers")),
            Field("office.parent", Phrase("settings", "Authority above it, on papers")),
            Field("office.place", Phrase("settings", "Place name on papers"), example="Vinh Phú"),
            Field("office.address", Phrase("settings", "Address")),
            Field("office.phone", Phrase("settings", "Telephone")),
            Field("office.website", Phrase("settings", "Website")),
            Field(
                "office.opening_hours",
                Phrase("settings", "Opening hours on papers"),
                note=Phrase("settings", "Empty: the hours of the season, as the data have them."),
            ),
            Field("office.tax_code", Phrase("settings", "Tax code, on fee receipts")),
            Field("office.logo", Phrase("settings", "Logo, a picture"), Kind.FILE),
            Field("office.notes", Phrase("settings", "Own lines at the foot of receipts"), Kind.LINES),
            Field(
                "office.look_up",
                Phrase("settings", "Where the QR of papers leads"),
                example="https://…?ma={token}",
                wrong=Phrase("settings", "An address with {token} in it, where the paper's own code goes"),
            ),
            Field(
                "office.symbol",
                Phrase("settings", "Symbol of the agency in numbers of letters"),
                example="UBND",
                note=Phrase("settings", "Empty: UBND, where it is one."),
            ),
            Field(
                "office.unit_symbol",
                Phrase("settings", "Symbol of the desk in numbers of papers"),
                example="BPTNTKQ",
                note=Phrase("settings", "Empty: TTPVHCC at a centre, else BPTNTKQ."),
            ),
            Field("office.report_to", Phrase("settings", "To whom reports go")),
            Field("office.agency", Phrase("settings", "Agency code"), fixed=_DRAWN_FROM),
            Field("office.desk_slots", Phrase("settings", "Desks of the office at most"), fixed=_SAME_EVERYWHERE),
            Field("office.day_range", Phrase("settings", "Numbers of dossiers a desk and day"), fixed=_SAME_EVERYWHERE),
            Field("office.year_range", Phrase("settings", "Numbers of papers a desk and year"), fixed=_SAME_EVERYWHERE),
        ),
    ),
    Room(
        "clerk",
        Phrase("settings", "Clerk and desk"),
        (
            Field("desk.number", Phrase("settings", "Number of this desk"), fixed=_DRAWN_FROM),
            Field(
                "desk.lock_minutes",
                Phrase("settings", "Lock after minutes without a key"),
                Kind.NUMBER,
                span=(1, 120),
            ),
        ),
    ),
    Room(
        "printers",
        Phrase("settings", "Printers"),
        (
            Field(
                "devices.printer",
                Phrase("settings", "Printer of this desk"),
                Kind.PRINTER,
                note=Phrase("settings", "Empty: the first there is. Each paper remembers where it was printed last."),
            ),
            Rows(
                "printers",
                Phrase("settings", "Printers the system does not know"),
                PrinterAddress,
                (
                    Column("name", Phrase("settings", "Name"), 2),
                    Column("address", Phrase("settings", "Printer's address"), 4, "ipp://192.168.1.9/ipp/print"),
                ),
                Phrase("settings", "A name, and an address such as ipp://… or escpos+tcp://…:9100"),
            ),
        ),
    ),
    Room(
        "scanners",
        Phrase("settings", "Scanners"),
        (
            Field(
                "devices.scanner",
                Phrase("settings", "Scanner of this desk"),
                Kind.SCANNER,
                note=Phrase("settings", "Empty: asked at the first scan and remembered."),
            ),
        ),
    ),
    Room(
        "card",
        Phrase("settings", "Card reader"),
        (
            Field(
                "devices.card_reader",
                Phrase("settings", "Port of a reader that does not type"),
                Kind.PORT,
                example="COM3, /dev/ttyACM0",
                note=Phrase("settings", "Empty where the reader types like a keyboard."),
            ),
        ),
    ),
    Room(
        "receipts",
        Phrase("settings", "Receipts and numbers"),
        (
            Rows(
                "receipts",
                Phrase("settings", "Registered series of fee receipts of this desk"),
                ReceiptSeries,
                (
                    Column("form", Phrase("settings", "Form no."), 3, "01BLP2-001"),
                    Column("symbol", Phrase("settings", "Symbol"), 2, "NA-26T"),
                    Column(
                        "kind",
                        Phrase("settings", "For"),
                        2,
                        choices=(("phi", Phrase("settings", "Fees")), ("le_phi", Phrase("settings", "Charges"))),
                    ),
                    Column("first", Phrase("settings", "From no."), 2),
                    Column("last", Phrase("settings", "To no."), 2),
                    Column("copies", Phrase("settings", "Copies"), 1),
                ),
                Phrase("settings", "Form, symbol, numbers 1 to 9999999, the first before the last"),
                note=Phrase("settings", "No two desks share a series. Copies 0: as many as the form says."),
            ),
            Rows(
                "numbers",
                Phrase("settings", "Papers whose numbers the program draws"),
                NumberSeries,
                (
                    Column("forms", Phrase("settings", "Paper"), 4, choices=_FORMS),
                    Column("year", Phrase("settings", "Taken over in the year"), 2),
                    Column("after", Phrase("settings", "After number"), 2),
                ),
                Phrase("settings", "A paper, a year or 0, a number or 0"),
                note=Phrase("settings", "Other papers have dots, to be filled in by hand."),
            ),
            Rows(
                "signers",
                Phrase("settings", "Who signs letters"),
                Signer,
                (
                    Column("name", Phrase("settings", "Full name"), 3),
                    Column(
                        "role",
                        Phrase("settings", "Above the name; lines parted by /"),
                        5,
                        "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH",
                    ),
                ),
                Phrase("settings", "A name and what stands above it"),
            ),
        ),
    ),
    Room(
        "server",
        Phrase("settings", "Provincial server"),
        (
            Field("server.url", Phrase("settings", "Address of the server"), example="https://…", wrong=_ADDRESS),
            Field(
                "server.code",
                Phrase("settings", "One-time code of this desk"),
                note=Phrase("settings", "Given out by the province; used once, with the first contact."),
            ),
            Field(
                "server.proxy",
                Phrase("settings", "Proxy"),
                example="http://…:3128",
                wrong=Phrase("settings", "An address begins with http://, https:// or socks5://"),
                note=Phrase("settings", "Empty: as the system says."),
            ),
            Field("server.authority", Phrase("settings", "The province's own certificate (PEM)"), Kind.FILE),
            Field(
                "server.update_key",
                Phrase("settings", "Key that signs new versions"),
                wrong=Phrase("settings", "64 digits and letters from a to f"),
                note=Phrase("settings", "Empty: no version is taken from the server."),
            ),
            Field(
                "server.file_speed",
                Phrase("settings", "Speed for files, bytes a second"),
                Kind.NUMBER,
                span=(0, 1_000_000_000),
                note=Phrase("settings", "0: all the line has."),
            ),
            Field(
                "server.file_hours",
                Phrase("settings", "Hours in which files may go, one a line"),
                Kind.LINES,
                example="11:30-13:30",
                wrong=Phrase("settings", "Hours such as 11:30-13:30 or 17:00-07:00"),
                note=Phrase("settings", "Empty: always."),
            ),
        ),
    ),
    Room(
        "kiosk",
        Phrase("settings", "What citizens say"),
        (
            Field(
                "kiosk.host",
                Phrase("settings", "Serve the page for citizens at"),
                example="127.0.0.1",
                wrong=Phrase("settings", "An address of this computer, such as 127.0.0.1 or 0.0.0.0"),
                note=Phrase(
                    "settings", "127.0.0.1: a second screen of this computer. 0.0.0.0: a tablet too. Empty: nowhere."
                ),
            ),
            Field("kiosk.port", Phrase("settings", "Port"), Kind.NUMBER, span=(1, 65535)),
            Field(
                "kiosk.address",
                Phrase("settings", "Where the QR of a slip leads"),
                example="https://…?phieu={token}",
                wrong=Phrase("settings", "An address with {token} in it, where the slip's own code goes"),
                note=Phrase("settings", "Empty: papers point at the screen."),
            ),
        ),
    ),
    Room(
        "display",
        Phrase("settings", "Display"),
        (
            Field(
                "language",
                Phrase("settings", "Language"),
                Kind.CHOICE,
                choices=(("vi", Phrase("settings", "Vietnamese")), ("en", Phrase("settings", "English"))),
            ),
            Field(
                "display.theme",
                Phrase("settings", "Theme"),
                Kind.CHOICE,
                choices=(
                    ("system", Phrase("settings", "As the system has it")),
                    ("light", Phrase("settings", "Light")),
                    ("dark", Phrase("settings", "Dark")),
                    ("contrast", Phrase("settings", "High contrast")),
                ),
            ),
            Field(
                "display.size",
                Phrase("settings", "Size of text and signs"),
                Kind.CHOICE,
                choices=tuple((str(size), Phrase("", f"{size} %")) for size in (100, 110, 125, 150, 175, 200)),
            ),
            Field(
                "display.second_screen",
                Phrase("settings", "Show the citizen on a second screen what is about to be received"),
                Kind.TICK,
                note=Phrase(
                    "settings", "Name, procedure, papers, due date and fee; only while an intake is being confirmed."
                ),
            ),
        ),
        everybodys=True,
    ),
    Room("knowledge", Phrase("settings", "Knowledge")),
    Room(
        "safety",
        Phrase("settings", "Backups and log"),
        (
            Field(
                "backup.folder",
                Phrase("settings", "Folder for backups, on another disk"),
                Kind.FOLDER,
                note=Phrase("settings", "Empty: no backups are made by themselves."),
            ),
            Field(
                "log.level",
                Phrase("settings", "How much goes into the log"),
                Kind.CHOICE,
                choices=(
                    ("warning", Phrase("settings", "What went wrong")),
                    ("info", Phrase("settings", "And what was done")),
                    ("debug", Phrase("settings", "Every step, for a technician")),
                ),
                note=Phrase("settings", "Nothing personal at any level."),
            ),
        ),
    ),
    Room("exchange", Phrase("settings", "As a file, another desk")),
)

NOT_HERE = {
    "locked": "chosen for another desk, whose file or code is made of these settings",
    "thresholds": "set where the errors of what was read stand, at the report of it",
    "training": "a desk for training is one for its life: `counter run --training` sets it up",
}
"""Fields of the profile that no room has, and why."""


def lines_of(room: Room) -> tuple[str, ...]:
    """What a room sets, in the words of `locked`: a table by its name where no other room has lines of it."""
    others = {_table(part.name) for other in ROOMS if other is not room for part in other.parts}
    return tuple(dict.fromkeys(part.name if _table(part.name) in others else _table(part.name) for part in room.parts))


def fields() -> dict[str, Field]:
    """All single settings by their names."""
    return {part.name: part for room in ROOMS for part in room.parts if isinstance(part, Field)}


def room_of(name: str) -> Room | None:
    """In which room a setting stands: "office.phone", "receipts"."""
    return next((room for room in ROOMS if any(part.name == name for part in room.parts)), None)


def _table(name: str) -> str:
    return name.partition(".")[0]
