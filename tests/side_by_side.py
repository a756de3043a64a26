"""How the tests are shared out among processes."""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

KEPT_TOGETHER = (
    ("desk/test_report_answers.py",),
    ("province/test_ledger.py",),
    ("reports/test_busy_year.py", "reports/test_sampling.py"),
    ("province/web/test_browser.py",),
    ("reports/test_discipline.py",),
    ("reports/test_heard.py",),
    ("reports/test_offered.py",),
    ("scanning/documents/test_searchable_pdf.py",),
    ("scanning/page/test_read_page.py",),
    ("scanning/sources/test_mdns.py",),
    ("sync/test_tus.py",),
    ("system/test_public_day.py",),
    ("ui/window/test_first_paint.py",),
    ("ui/window/test_reports.py",),
)
"""Files whose tests share what takes long to make, or the one network of this machine: one process runs all of them.
`xdist_group` would say it in the files, but pytest-xdist 3.8 writes it where pytest 9.2 no longer looks."""


class Scheduling(LoadScopeScheduling):
    """Test by test to whoever is free, but for the files that are kept together."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::")[0].removeprefix("tests/")
        return next((files[0] for files in KEPT_TOGETHER if file in files), nodeid)

    def remove_node(self, node: WorkerController) -> str | None:
        """A test ended its process: it has failed, and the others go on. pytest-xdist 3.8 would hand out again what
        that process had done, which none answers to, and wait for ever; and the test itself, which ends the next."""
        units = self.assigned_work[node]
        ended = next((test for unit in units.values() for test, done in unit.items() if not done), None)
        for unit in units.values():
            if ended in unit:
                unit[ended] = True
        self.assigned_work[node] = {scope: unit for scope, unit in units.items() if not all(unit.values())}
        super().remove_node(node)
        return ended
