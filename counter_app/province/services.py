"""Everything the routes work with, put together in one place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from counter_app.procedures.catalogue import Catalogue
from counter_app.province.admission import Admission, Limits
from counter_app.province.brought_back import BroughtBack
from counter_app.province.citizens.look_up_page import LookUpLimits
from counter_app.province.database import open_database, token_key
from counter_app.province.desks import Desks
from counter_app.province.digests import Digests
from counter_app.province.file_register import FileRegister
from counter_app.province.file_storage import FileStorage, FolderStorage, S3Storage
from counter_app.province.history import History
from counter_app.province.knowledge_package import KnowledgePackage
from counter_app.province.lending import Lending
from counter_app.province.metrics import Metrics
from counter_app.province.national_links import FileLinks
from counter_app.province.online import OnlineReception
from counter_app.province.own_knowledge import Followed, own_catalogue, own_reuse
from counter_app.province.registry import Registry
from counter_app.province.update_folder import UpdateFolder
from counter_app.province.uploads import Uploads


@dataclass(frozen=True)
class Services:
    """One for a process."""

    engine: Engine
    registry: Registry
    online: OnlineReception
    history: History
    brought_back: BroughtBack
    digests: Digests
    desks: Desks
    files: FileRegister
    uploads: Uploads
    links: FileLinks
    catalogue: Followed[Catalogue]
    lending: Lending
    knowledge: KnowledgePackage | None
    updates: UpdateFolder | None
    admission: Admission
    metrics: Metrics
    look_up_limits: LookUpLimits


def open_services(
    database: str,
    folder: Path,
    *,
    knowledge: Path | None = None,
    updates: Path | None = None,
    bucket: str = "",
    s3_endpoint: str = "",
    limits: Limits | None = None,
    look_up_limits: LookUpLimits | None = None,
) -> Services:
    """The services over a database (its address) and a folder for files; whole files go to `bucket` if there is one.

    Raises NoDatabase, DataFault where the knowledge is faulty.
    """
    engine = open_database(database)
    desks, files, registry = Desks(engine), FileRegister(engine), Registry(engine)
    catalogue = own_catalogue(knowledge)
    storage: FileStorage = S3Storage(bucket, s3_endpoint or None) if bucket else FolderStorage(folder / "whole")
    return Services(
        engine=engine,
        registry=registry,
        online=OnlineReception(engine),
        history=History(engine),
        brought_back=BroughtBack(engine),
        digests=Digests(engine),
        desks=desks,
        files=files,
        uploads=Uploads(files, folder / "parts", storage),
        links=FileLinks(token_key(engine)),
        catalogue=catalogue,
        lending=Lending(engine, registry, catalogue, own_reuse(knowledge)),
        knowledge=KnowledgePackage(knowledge) if knowledge else None,
        updates=UpdateFolder(updates) if updates else None,
        admission=Admission(desks, limits or Limits()),
        metrics=Metrics(),
        look_up_limits=look_up_limits or LookUpLimits(),
    )
