"""Printers of paper for tests: what came out of them lies in their trays."""

from __future__ import annotations

from dataclasses import dataclass, field

from counter_app.errors import CounterError
from printing.errors import PaperForgotten, PrinterGone
from printing.printers.order import Order, Progress


@dataclass
class PaperPrinter:
    """A printer. `follows` makes it tell how its jobs go on; `trouble` is what it raises instead of taking a paper.

    `stuck` is what it raises when it is asked after a paper it has.
    """

    name: str
    follows: bool = False
    trouble: BaseException | None = None
    stuck: CounterError | None = None
    tray: list[Order] = field(default_factory=list)
    inside: dict[str, Order] = field(default_factory=dict)
    taken: int = 0

    def send(self, order: Order) -> str:
        if self.trouble:
            raise self.trouble
        self.taken += 1
        if not self.follows:
            self.tray.append(order)
            return ""
        self.inside[str(self.taken)] = order
        return str(self.taken)

    def progress(self, job: str) -> Progress:
        if self.stuck:
            raise self.stuck
        if int(job) > self.taken:
            raise PaperForgotten(printer=self.name)
        return Progress.WORKING if job in self.inside else Progress.DONE

    def cancel(self, job: str) -> None:
        if isinstance(self.stuck, PrinterGone):
            raise self.stuck
        if self.inside.pop(job, None) is None:
            raise PaperForgotten(printer=self.name)

    def come_out(self) -> None:
        """Every paper inside comes out into the tray."""
        self.tray += self.inside.values()
        self.inside.clear()

    def trays(self) -> list[str]:
        return []

    def check(self) -> None:
        if self.trouble:
            raise self.trouble
