"""What is erased or deleted by the law: of a dossier, of a guidance case, or of what never became one."""

from __future__ import annotations

from counter_app.dossier.acts.act import Act, Written, of_no_dossier
from counter_app.dossier.description import Description
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.erasing import DataErased, FilesDeleted
from counter_app.dossier.roles import Task
from counter_app.language import sentence


def _erased(dossier: Dossier, payload: DataErased, entry: Written) -> Dossier:
    return dossier  # the entries before it are folded as their remains


def _describe_erased(payload: DataErased, dossier: Dossier | None) -> Description:
    erased = sentence("timeline", "Personal data erased, with {count} files", count=len(payload.files))
    return Description(erased, payload.reason, by=payload.signer)


def _describe_deleted(payload: FilesDeleted, dossier: Dossier | None) -> Description:
    count, days = len(payload.files), payload.days
    return Description(
        sentence("timeline", "{count} scans of given-up intakes deleted after {days} days", count=count, days=days)
    )


ERASE = Act(
    name="erase",
    title="Erase personal data",
    payload=DataErased,
    apply=_erased,
    describe=_describe_erased,
    tasks=frozenset({Task.APPROVAL}),
)
DELETE_FILES = Act(name="delete_files", payload=FilesDeleted, apply=of_no_dossier, describe=_describe_deleted)
