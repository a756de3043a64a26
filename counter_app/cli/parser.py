"""The commands and their options, in the words of whoever types them."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from counter_app import __version__
from counter_app.cli import runs, server

_STATUSES = """mã kết thúc:
  0    xong
  1    không làm được, hoặc không làm được với một phần đầu vào
  2    dòng lệnh sai
  3    máy thiếu chương trình, ngôn ngữ hoặc phông chữ
  4    không đọc hoặc ghi được đĩa
  5    dữ liệu của quầy hoặc khóa của nó thiếu hay hỏng
  6    máy chủ, cơ sở dữ liệu của nó hoặc đường truyền
  130  bị ngắt (Ctrl+C)"""


def parser() -> argparse.ArgumentParser:
    """Every command with its options, and what runs it."""
    made = argparse.ArgumentParser(
        prog="counter",
        description="Quầy tiếp nhận hồ sơ của Bộ phận Một cửa",
        epilog=_STATUSES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--version", action="version", version=__version__)
    commands = made.add_subparsers(required=True, metavar="LỆNH")

    def command(name: str, run: object, text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        sub.set_defaults(command=run)
        return sub

    window = command("run", runs.run, "mở cửa sổ làm việc của quầy")
    window.add_argument("--training", action="store_true", help="quầy tập huấn: giấy có dấu chìm, không gì gửi về tỉnh")
    _data_options(window)
    _debug_option(window)
    demo = command("demo", runs.demo, "chạy thử toàn bộ công việc trên giấy mẫu và kiểm tra từng kết quả")
    demo.add_argument("--out", type=Path, metavar="THƯ_MỤC")
    digitise = command("digitise", runs.digitise, "ảnh, PDF, thư mục → một PDF/A tìm kiếm được và nội dung đã đọc")
    digitise.add_argument("inputs", nargs="+", type=Path, metavar="VÀO")
    digitise.add_argument("-o", "--output", required=True, type=Path, metavar="RA.pdf")
    digitise.add_argument("--json", type=Path, metavar="TỆP", help="ghi nội dung đã đọc; - là ra màn hình")
    digitise.add_argument("--forms", type=Path, metavar="THƯ_MỤC", help="mẫu đọc cơ quan tự vẽ, thêm vào mẫu có sẵn")
    digitise.add_argument("--procedure", metavar="MÃ", help="mã thủ tục: xếp giấy tờ vào thành phần hồ sơ của thủ tục")
    digitise.add_argument("--jobs", type=int, metavar="N", help="số trang đọc cùng lúc")
    _debug_option(digitise)
    province = command("server", server.run, "máy chủ cấp tỉnh mẫu")
    server.add_options(province)
    _debug_option(province)
    backlog = command("import-paper", runs.import_paper, "hồ sơ tồn: thư mục mang mã hồ sơ, tệp mang tên thành phần")
    backlog.add_argument("folders", nargs="+", type=Path, metavar="THƯ_MỤC")
    _data_options(backlog)
    _clerk_option(backlog)
    catalogue = command(
        "import-procedures",
        runs.import_procedures,
        "bản ghi, danh sách của Cổng DVCQG, tệp TOML/xlsx, bảng quy trình (csv, xlsx) → danh mục",
    )
    catalogue.add_argument("files", nargs="+", type=Path, metavar="TỆP")
    catalogue.add_argument("--check", action="store_true", help="chỉ kể những gì sẽ thay đổi")
    catalogue.add_argument(
        "--knowledge",
        type=Path,
        metavar="THƯ_MỤC",
        help="nhập vào thư mục này thay cho quầy: của tỉnh, gửi xuống các quầy",
    )
    _data_options(catalogue)
    _clerk_option(catalogue)
    past = command("import-past", runs.import_past, "bảng tính hồ sơ cũ của cơ quan → tra cứu được tại quầy")
    past.add_argument("file", type=Path, metavar="TỆP.xlsx|csv")
    past.add_argument("--columns", type=Path, metavar="TỆP.toml", help="cột nào là gì; không có thì đoán theo tên cột")
    past.add_argument("--check", action="store_true", help="chỉ kể: cột đã đoán, dòng sai; không nhập")
    _data_options(past)
    _clerk_option(past)
    for title, work, text in (
        ("report", runs.report, "báo cáo của quầy, hoặc danh sách hồ sơ của một cột → bảng tính"),
        ("access-log", runs.access_log, "nhật ký truy cập dữ liệu cá nhân → bảng tính"),
        ("feedback", runs.feedback, "sổ tiếp nhận phản ánh, kiến nghị → bảng tính"),
        ("sample", runs.sample, "bốc mẫu hồ sơ cho kế hoạch kiểm tra → bảng tính; in mã bốc mẫu để bốc lại được"),
    ):
        register = command(title, work, text)
        if title == "report":
            register.add_argument("report", metavar="MÃ", help="mã của báo cáo, như ky-luat-can-bo")
            register.add_argument("--list", default="", metavar="CỘT", help="chỉ hồ sơ đứng sau tổng của cột này")
        register.add_argument("file", type=Path, metavar="TỆP.xlsx")
        register.add_argument("--from", dest="first", type=date.fromisoformat, metavar="NĂM-THÁNG-NGÀY", help="từ ngày")
        register.add_argument(
            "--to", dest="last", type=date.fromisoformat, metavar="NĂM-THÁNG-NGÀY", help="đến hết ngày"
        )
        if title == "sample":
            register.add_argument("--size", type=int, default=20, metavar="SỐ", help="bốc bao nhiêu hồ sơ")
            register.add_argument("--seed", default="", metavar="MÃ", help="mã bốc mẫu; không nêu thì theo ngày")
            register.add_argument("--by-risk", action="store_true", help="theo rủi ro: trễ, từ chối, bổ sung lại, tiền")
        _data_options(register)
        _clerk_option(register)
    evaluation = command("evaluation", runs.evaluation, "đánh giá tháng (QĐ 766) đã phê duyệt → PDF, xlsx, JSON, HTML")
    evaluation.add_argument("month", metavar="NĂM-THÁNG", help="tháng báo cáo, từ ngày 15 tháng trước đến ngày 14")
    evaluation.add_argument("-o", "--out", type=Path, required=True, metavar="THƯ-MỤC")
    evaluation.add_argument("--sign", default="", metavar="HỌ-TÊN", help="người phê duyệt: lập bản mới")
    evaluation.add_argument("--reason", default="", metavar="LÝ-DO", help="lý do đính chính bản trước")
    _data_options(evaluation)
    _clerk_option(evaluation)
    doctor = command("doctor", runs.doctor, "kiểm tra máy của quầy")
    doctor.add_argument("--json", action="store_true")
    doctor.add_argument(
        "--report",
        type=Path,
        metavar="TỆP.zip",
        help="gói kết quả và nhật ký, không có thông tin cá nhân, để gửi cán bộ kỹ thuật",
    )
    doctor.add_argument(
        "--scan-test", type=Path, metavar="TỆP", help="chỉ đo trang in thử đã quét: độ nét, độ nghiêng, lề, vệt bẩn"
    )
    _data_options(doctor)
    _clerk_option(doctor)
    for name, work, text in (
        (
            "backup",
            runs.backup,
            "sao lưu cả quầy vào một tệp; không nêu tệp thì vào thư mục [backup] của hồ sơ cấu hình",
        ),
        ("restore", runs.restore, "dựng lại quầy từ tệp sao lưu"),
    ):
        sub = command(name, work, text)
        sub.add_argument("file", type=Path, metavar="TỆP", nargs="?" if name == "backup" else None)
        _data_options(sub)
        if name == "backup":
            _clerk_option(sub)
        else:
            sub.add_argument("--aside", action="store_true", help="để cơ sở dữ liệu đang có sang một bên trước")
    key = command("recovery-key", runs.recovery_key, "in khóa khôi phục của bản sao lưu, để cất vào tủ hồ sơ mật")
    key.add_argument("file", type=Path, metavar="TỆP.pdf")
    _data_options(key)
    _clerk_option(key)
    lock = command(
        "key", runs.key, "khóa mã hóa của dữ liệu quầy: nằm ở đâu, bảo vệ bằng mật khẩu, để không bảo vệ, thay khóa"
    )
    lock.add_argument(
        "change",
        nargs="?",
        choices=("wrap", "plain", "renew"),
        metavar="wrap|plain|renew",
        help="wrap: bảo vệ bằng mật khẩu của cán bộ; plain: để ngay cạnh dữ liệu, tự chọn; renew: thay khóa mới",
    )
    _data_options(lock)
    _clerk_option(lock)
    again = command(
        "rebuild", runs.rebuild, "dựng lại dữ liệu quầy bị mất, cũ hoặc hỏng từ những gì còn lại và từ tỉnh"
    )
    again.add_argument("--alone", action="store_true", help="làm tiếp dù chưa hỏi được máy chủ của tỉnh")
    again.add_argument(
        "--receipt",
        action="append",
        default=[],
        metavar="KÝ_HIỆU=SỐ",
        help="số biên lai cuối cùng đã dùng, theo cuống biên lai",
    )
    _data_options(again)
    _clerk_option(again)
    back = command("go-back", runs.go_back, "quay lại dữ liệu trước lần cập nhật chương trình; việc làm từ đó được giữ")
    _data_options(back)
    _clerk_option(back)
    person = command("export-person", runs.export_person, "mọi dữ liệu của một người tại quầy thành một tệp, theo luật")
    person.add_argument("number", metavar="SỐ_ĐỊNH_DANH")
    person.add_argument("file", type=Path, metavar="TỆP.zip")
    _data_options(person)
    _clerk_option(person)
    inspected = command(
        "extract", runs.extract, "trích xuất một hồ sơ để kiểm tra: các bước, giấy tờ, bản in, chuỗi mã băm, chữ ký"
    )
    inspected.add_argument("code", metavar="MÃ_HỒ_SƠ")
    inspected.add_argument("file", type=Path, metavar="TỆP.zip")
    _data_options(inspected)
    _clerk_option(inspected)
    proved = command("verify-extract", runs.verify_extract, "kiểm tra một bản trích xuất; không cần quầy nào")
    proved.add_argument("file", metavar="TỆP.zip")
    proved.add_argument("--key", metavar="KHÓA", help="khóa công khai của quầy, do tỉnh giữ")
    proved.add_argument("--digests", metavar="TỆP.json", help="tóm lược ngày của quầy, giữ nơi khác")
    erasing = command("erase-dossier", runs.erase_dossier, "xóa dữ liệu cá nhân của một hồ sơ đã kết thúc, theo luật")
    erasing.add_argument("code", metavar="MÃ_HỒ_SƠ")
    erasing.add_argument("--reason", required=True, metavar="LÝ_DO")
    erasing.add_argument("--signer", required=True, metavar="NGƯỜI_QUYẾT_ĐỊNH")
    _data_options(erasing)
    _clerk_option(erasing)
    days = command(
        "digests", runs.digests, "xuất tóm lược có ký của từng ngày ra tệp để giữ nơi khác, hoặc đối chiếu với tệp đó"
    )
    days.add_argument("file", type=Path, metavar="TỆP.json")
    days.add_argument("--check", action="store_true", help="đối chiếu nhật ký của quầy với tệp đã xuất")
    _data_options(days)
    _clerk_option(days)
    guide = command("guide", runs.guide, "sổ tay sử dụng (các trang F1) thành một tệp PDF, HTML")
    guide.add_argument("--pdf", type=Path, metavar="TỆP.pdf")
    guide.add_argument("--html", type=Path, metavar="TỆP.html")
    package = command("package", runs.package, "đóng gói cài đặt của phiên bản này, từ một bản git của chương trình")
    package.add_argument("--out", type=Path, default=Path("dist"), metavar="THƯ_MỤC", help="nơi ghi các gói")
    package.add_argument("--windows", action="store_true", help="đóng cả bộ cài cho Windows")
    bench = command("bench", runs.bench, "đo tốc độ bên cạnh mốc so sánh")
    bench.add_argument("name", nargs="?", default="", metavar="TÊN")
    bench.add_argument("--json", action="store_true")
    command("test", runs.bench, "chạy mọi phép thử; test --help kể các việc làm được")
    return made


def _data_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, metavar="THƯ_MỤC", help="nơi để dữ liệu của quầy")
    parser.add_argument("--profile", type=Path, metavar="TỆP", help="hồ sơ cấu hình của quầy")


def _clerk_option(parser: argparse.ArgumentParser) -> None:
    told = "ai làm hoặc mở dữ liệu; mật khẩu từ COUNTER_PASSWORD, từ tệp mở sẵn số COUNTER_PASSWORD_FD, hoặc gõ vào"
    parser.add_argument("--clerk", default="", metavar="HỌ_TÊN", help=told)


def _debug_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--debug", action="store_true", help="ghi từng việc vào nhật ký, không có thông tin cá nhân")
