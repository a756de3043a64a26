"""`counter server`: its options, and the tasks that run beside one that serves."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counter_app.province.serve import Settings


def add_options(server: argparse.ArgumentParser) -> None:
    """Each option may come from the environment too: passwords do not belong on a command line."""

    def option(name: str, kind: type = str, default: str = "", **more: str) -> None:
        given = os.environ.get(f"COUNTER_SERVER_{name.upper().replace('-', '_')}", default)
        server.add_argument(f"--{name}", type=kind, default=kind(given) if given else None, **more)  # type: ignore[arg-type]

    option("database", metavar="URL", help="postgresql://…; không có thì dùng tệp SQLite cạnh các tệp hồ sơ")
    option("files", Path, metavar="THƯ_MỤC")
    option("host", default="127.0.0.1", metavar="ĐỊA_CHỈ")
    option("port", int, default="8040", metavar="N")
    option("workers", int, default="1", metavar="N", help="số tiến trình cùng phục vụ một PostgreSQL")
    option("knowledge", Path, metavar="THƯ_MỤC", help="danh mục, lịch, quy tắc, biểu mẫu gửi xuống các quầy")
    option("updates", Path, metavar="THƯ_MỤC", help="phiên bản chương trình gửi xuống các quầy")
    option("bucket", metavar="TÊN", help="kho S3 giữ tệp hồ sơ thay cho thư mục")
    option("s3-endpoint", metavar="URL")
    option("national", Path, metavar="TỆP", help="TOML: nơi nhận hồ sơ ở Cổng Dịch vụ công quốc gia")
    option("notices", Path, metavar="TỆP", help="TOML: cách nhắn tin cho người dân")
    option("certificate", Path, metavar="TỆP", help="chứng thư TLS")
    option("key", Path, metavar="TỆP", help="khóa của chứng thư TLS")
    option("names", metavar="TÊN,TÊN", help="tên máy chủ trong địa chỉ mà các quầy gọi, ngoài tên ghi trong chứng thư")
    server.add_argument("--behind-proxy", action="store_true", help="máy chủ trung gian trên máy này lo phần TLS")
    server.add_argument("--take-over", action="store_true", help="chạy cùng cổng với máy chủ cũ sắp dừng")
    server.add_argument("--by", metavar="TÊN", help="cán bộ của tỉnh quyết định việc accounts; đứng tên trong nhật ký")
    option("province", metavar="TÊN", help="tên UBND tỉnh trên bản đánh giá tháng, ví dụ UBND TỈNH NGHỆ AN")
    option("place", metavar="ĐỊA_DANH", help="địa danh trên bản đánh giá tháng")
    server.add_argument("--reason", default="", metavar="LÝ-DO", help="lý do đính chính bản đánh giá trước")
    server.set_defaults(refuse=server.error)
    tasks = (
        "desks add|list|revoke QUẦY, epoch new (sau khi khôi phục cơ sở dữ liệu), aside list,"
        " officials add TÊN [CƠ_QUAN], officials list, officials revoke TÊN,"
        " accounts list CƠ_QUAN, accounts add|roles CƠ_QUAN HỌ_TÊN VAI_TRÒ,…, accounts close|password CƠ_QUAN HỌ_TÊN,"
        " national list, national resend MÃ_HỒ_SƠ, notices list, papers list, updates key KHÓA.pem,"
        " updates offer GÓI.zip KHÓA.pem [CƠ_QUAN…] [GIỜ_TẢI, như 17:00-07:00…],"
        " evaluation NĂM-THÁNG THƯ_MỤC (đánh giá QĐ 766 của cả tỉnh; --by: phê duyệt bản mới),"
        " settlement NĂM-THÁNG THƯ_MỤC (kết quả giải quyết của các đơn vị)"
    )
    server.add_argument("task", nargs="*", metavar="VIỆC", help=tasks)


def run(options: argparse.Namespace) -> int:
    """Serves, or does the one task that was named."""
    import dataclasses

    from counter_app.province import commands
    from counter_app.province.serve import Settings
    from counter_app.province.serve import main as serve

    told = {field.name: getattr(options, field.name) for field in dataclasses.fields(Settings)}
    settings = Settings(**{name: value for name, value in told.items() if value is not None})
    match options.task:
        case []:
            return serve(settings)
        case ["desks", "add", desk]:
            return commands.add_desk(settings, desk)
        case ["desks", "list"]:
            return commands.list_desks(settings)
        case ["desks", "revoke", desk]:
            return commands.revoke_desk(settings, desk)
        case ["epoch", "new"]:
            return commands.begin_epoch(settings)
        case ["officials", "add", name]:
            return commands.add_official(settings, name)
        case ["officials", "add", name, agency]:
            return commands.add_official(settings, name, agency)
        case ["officials", "list"]:
            return commands.list_officials(settings)
        case ["officials", "revoke", name]:
            return commands.revoke_official(settings, name)
        case ["accounts", "list", agency]:
            return commands.list_accounts(settings, agency)
        case ["accounts", "add", agency, name, roles] if options.by:
            return commands.add_account(settings, agency, name, roles, options.by)
        case ["accounts", "roles", agency, name, roles] if options.by:
            return commands.change_account_roles(settings, agency, name, roles, options.by)
        case ["accounts", "close", agency, name] if options.by:
            return commands.change_account_roles(settings, agency, name, "", options.by)
        case ["accounts", "password", agency, name] if options.by:
            return commands.give_account_password(settings, agency, name, options.by)
        case ["evaluation", month, folder] if options.province and options.place:
            return _evaluation(options, settings, month, Path(folder))
        case ["settlement", month, folder] if options.province and options.place:
            return _settlement(options, settings, month, Path(folder))
        case ["aside", "list"]:
            return commands.list_aside(settings)
        case ["updates", "key", key]:
            return commands.make_update_key(Path(key))
        case ["updates", "offer", file, key, *audience] if settings.updates:
            return commands.offer_update(settings.updates, Path(file), Path(key), audience)
        case ["notices", "list"]:
            return commands.list_notices(settings)
        case ["papers", "list"]:
            return commands.list_papers(settings)
        case ["national", "list"]:
            return commands.list_national(settings)
        case ["national", "resend", code]:
            return commands.resend_national(settings, code)
    options.refuse(" ".join(options.task))
    return 2


def _evaluation(options: argparse.Namespace, settings: Settings, month: str, folder: Path) -> int:
    from counter_app.commands.evaluation import publish_of_province
    from counter_app.province.commands import counted_database
    from counter_app.reports.periods import month_said
    from scanning.destination import not_writable

    period = month_said(month)
    if period is None:
        options.refuse(f"{month}: NĂM-THÁNG, ví dụ 2026-11")
        return 2
    office = (options.province, options.place)
    try:
        for file in publish_of_province(
            counted_database(settings), period, folder, office, options.by or "", options.reason
        ):
            print(file)
    except OSError as error:
        raise not_writable(folder, error) from error
    return 0


def _settlement(options: argparse.Namespace, settings: Settings, month: str, folder: Path) -> int:
    from counter_app.commands.evaluation import settlement_of_offices
    from counter_app.province.commands import counted_database
    from counter_app.province.own_knowledge import own_catalogue
    from counter_app.reports.periods import month_said
    from scanning.destination import not_writable

    period = month_said(month)
    if period is None:
        options.refuse(f"{month}: NĂM-THÁNG, ví dụ 2026-11")
        return 2
    try:
        for file in settlement_of_offices(
            counted_database(settings),
            period,
            folder,
            (options.province, options.place),
            own_catalogue(settings.knowledge)(),
        ):
            print(file)
    except OSError as error:
        raise not_writable(folder, error) from error
    return 0
