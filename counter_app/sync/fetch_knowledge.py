"""What the province wants its desks to know, fetched when it changed and put in force at once."""

from __future__ import annotations

import logging

from counter_app.knowledge import Knowledge, adopt_package
from counter_app.procedures.province_package import PackageFaulty, kept_tag
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import KnowledgeRefused

_log = logging.getLogger(__name__)


def fetch_knowledge(server: ProvincialServer, knowledge: Knowledge) -> bool:
    """Whether something new is in force now. A faulty package is refused; the one before it stays.

    Raises KnowledgeRefused, and what the line brings.
    """
    if knowledge.province is None:
        return False
    fetched = server.knowledge(kept_tag(knowledge.province))
    if fetched is None:
        return False
    content, tag = fetched
    try:
        adopt_package(knowledge, content, tag)
    except PackageFaulty as failure:
        _log.warning("the province's knowledge: %s", failure)
        raise KnowledgeRefused(failure.details, fault=failure.fault) from failure
    return True
