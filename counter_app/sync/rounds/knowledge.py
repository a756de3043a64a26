"""What the province wants its desks to know is looked for now and then."""

from __future__ import annotations

from counter_app.knowledge import Knowledge
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import KnowledgeRefused


class KnowledgeCheck:
    """Puts new knowledge in force; remembers a fault of it, which stops nothing, until a better one has come."""

    def __init__(self, knowledge: Knowledge | None) -> None:
        self._knowledge = knowledge
        self.fault: KnowledgeRefused | None = None

    def look(self, server: ProvincialServer) -> bool:
        """Whether it was looked. Raises what the line brings."""
        if self._knowledge is None:
            return False
        from counter_app.sync.fetch_knowledge import fetch_knowledge  # its parsers are not needed until then

        try:
            fetch_knowledge(server, self._knowledge)
            self.fault = None
        except KnowledgeRefused as failure:
            self.fault = failure
        return True
