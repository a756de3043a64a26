"""What the desk knows of the law: procedures, calendar, office hours, rules, loaded from versioned data files."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.procedures.calendar_files import load_calendar, load_office_hours
from counter_app.procedures.catalogue import Catalogue
from counter_app.procedures.catalogue_files import load_catalogue
from counter_app.procedures.rules import Rules, load_rules
from counter_app.procedures.working_time import OfficeHours, WorkCalendar
from counter_app.resources import resource


@dataclass
class Knowledge:
    """One for all threads of a desk; what an administrator changes is seen by all of them at once."""

    catalogue: Catalogue
    calendar: WorkCalendar
    hours: OfficeHours
    rules: Rules


def load_knowledge() -> Knowledge:
    """What the program ships. Raises DataFault."""
    return Knowledge(
        load_catalogue(resource("procedures")),
        load_calendar(resource("calendar"), resource("calendar", "closures.toml")),
        load_office_hours(resource("calendar", "office-hours.toml")),
        load_rules(resource("rules")),
    )
