"""Who may do what at a desk: the tasks that acts ask for, and the roles of accounts, each a set of tasks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Task(StrEnum):
    """What an act asks of who does it (`counter_app.dossier.acts`), or what a part of the program asks."""

    RECEPTION = "reception"  # tiếp nhận hồ sơ
    PROCESSING = "processing"  # theo dõi, cập nhật quá trình giải quyết
    CASHIER = "cashier"  # thu phí, lệ phí
    RETURNS = "returns"  # trả kết quả
    APPROVAL = "approval"  # người thứ hai: hủy biên lai, hoàn phí, đính chính, hủy tiếp nhận
    CATALOGUE = "catalogue"  # danh mục thủ tục, phí, lịch
    ACCOUNTS = "accounts"  # tài khoản và vai trò của cán bộ
    SETTINGS = "settings"  # cài đặt của quầy
    INSPECTION = "inspection"  # nhật ký truy cập, trích xuất, chọn mẫu kiểm tra
    READING = "reading"  # xem mọi màn hình, mọi báo cáo


AT_DESK = frozenset({Task.RECEPTION, Task.PROCESSING})
"""Who has to do with the business of a dossier; they settle contradictions, too."""
AT_COUNTER = AT_DESK | {Task.CASHIER, Task.RETURNS}
"""Who serves citizens."""
_LOOKING = frozenset({Task.INSPECTION, Task.READING})


class Role(StrEnum):
    """What an account is for; one can have several."""

    CLERK = "clerk"  # cán bộ một cửa
    RETURN_DESK = "return_desk"  # quầy trả kết quả
    SUPERVISOR = "supervisor"  # phụ trách bộ phận
    ADMINISTRATOR = "administrator"  # quản trị
    INSPECTOR = "inspector"  # kiểm tra: xem, không làm


TASKS: dict[Role, frozenset[Task]] = {
    Role.CLERK: AT_COUNTER,
    Role.RETURN_DESK: frozenset({Task.RETURNS, Task.CASHIER}),
    Role.SUPERVISOR: AT_COUNTER | {Task.APPROVAL, Task.INSPECTION},
    Role.ADMINISTRATOR: frozenset({Task.CATALOGUE, Task.ACCOUNTS, Task.SETTINGS, Task.INSPECTION}),
    Role.INSPECTOR: _LOOKING,
}
"""The tasks of each role. Whoever keeps accounts does no citizen's business by that alone."""

ROLE_NAMES = {
    Role.CLERK: "Reception clerk",
    Role.RETURN_DESK: "Return desk",
    Role.SUPERVISOR: "Supervisor",
    Role.ADMINISTRATOR: "Administrator",
    Role.INSPECTOR: "Inspector",
}
"""What the roles are called, in English (context "roles" of the translations)."""


@dataclass(frozen=True)
class Clerk:
    """Somebody who is signed in. `name` stands in the entries and on the papers, `account` is the account's code."""

    name: str
    tasks: frozenset[Task]
    account: str = ""

    def may(self, tasks: Iterable[Task]) -> bool:
        """Whether one of the tasks is theirs."""
        return not self.tasks.isdisjoint(tasks)

    @property
    def only_looks(self) -> bool:
        """Whether they read everything and change nothing."""
        return Task.READING in self.tasks and self.tasks <= _LOOKING


def tasks_of(roles: Iterable[Role]) -> frozenset[Task]:
    """All tasks of some roles."""
    return frozenset().union(*(TASKS[role] for role in roles))
