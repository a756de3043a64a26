"""Changing what the office knows: procedures and what of them it offers. It is the administrator's task."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from counter_app import knowledge
from counter_app.desk.desk import Desk
from counter_app.dossier.roles import Task
from counter_app.language import Phrase
from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.import_files import plan_of
from counter_app.procedures.importing import ImportPlan
from counter_app.procedures.offered import Offer


def keep_version(desk: Desk, procedure: Procedure) -> None:
    """Puts a new procedure, or a new version, in force. Raises NotYourTask, DataFault, KnowledgeNotKept."""
    refuse_unless_theirs(desk)
    knowledge.keep_version(desk.knowledge, procedure)


def change_version(desk: Desk, procedure: Procedure) -> None:
    """Puts a changed version in force. Raises NotYourTask, DataFault, KnowledgeNotKept."""
    refuse_unless_theirs(desk)
    knowledge.adopt(desk.knowledge, [procedure])


def import_file(desk: Desk, path: Path, today: date) -> ImportPlan:
    """Takes a file or folder over, all of it or nothing; what it changed.

    Raises NotYourTask, DataFault, KnowledgeNotKept.
    """
    refuse_unless_theirs(desk)
    plan = plan_of(path, desk.knowledge.catalogue, today)
    knowledge.adopt_plan(desk.knowledge, plan)
    return plan


def change_offer(desk: Desk, change: Callable[[Offer], Offer]) -> Offer:
    """Offers at intake what the office receives. Raises NotYourTask, DataFault, KnowledgeNotKept."""
    refuse_unless_theirs(desk)
    return knowledge.change_offer(desk.knowledge, change)


def refuse_unless_theirs(desk: Desk) -> None:
    """Raises NotYourTask where the catalogue is not the clerk's to change."""
    desk.refuse_unless(Task.CATALOGUE, Phrase("acts", "Change the catalogue"))
