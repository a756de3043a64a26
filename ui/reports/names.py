"""What reports and their periods are called in the window; on paper both have their Vietnamese names."""

from __future__ import annotations

from counter_app.language import said
from counter_app.reports.offered import Offered
from counter_app.reports.periods import Period
from ui.words import say

REPORT = {
    "so-theo-doi": "Register of dossiers",
    "so-theo-doi-he-thong": "Register (columns of the system)",
    "so-cap-so": "Numbers given to papers",
    "bieu-06a": "Form II.06a – what was settled",
    "chi-so-766": "Index of service (QĐ 766)",
    "sap-den-han": "Dossiers due soon",
    "qua-han": "Overdue dossiers",
    "tam-dung": "Dossiers whose clock stands still",
    "ky-luat-can-bo": "Discipline by clerk",
    "ky-luat-don-vi": "Discipline by unit",
    "ky-luat-linh-vuc": "Discipline by field",
    "thoi-gian-quy-trinh": "Time of each step",
    "giay-to-xem-lai": "Papers asked for: opened, known",
    "huong-dan": "Sent home or refused first",
    "so-phan-anh": "Register of feedback",
    "phan-anh": "Feedback: what came of it",
    "hai-long": "How content people are",
    "hai-long-linh-vuc": "How content, by field",
    "chin-chi-so": "Nine indicators of the office",
    "chin-chi-so-can-bo": "Nine indicators: staff",
    "phi-le-phi": "Fees and charges taken",
    "quy-cuoi-ngay": "Cash sheet of the day",
    "so-hoa": "Digitised and reused, by field",
    "so-hoa-thu-tuc": "Digitised, by procedure",
    "tai-su-dung": "Papers reused, by procedure",
    "tai-su-dung-don-vi": "Papers reused, by office",
    "giay-to-yeu-cau-lai": "Papers asked for again",
    "khoi-luong": "Dossiers received",
    "ket-qua-doc": "How papers were read",
    "mau-ngau-nhien": "Sample to inspect, at random",
    "mau-rui-ro": "Sample to inspect, by risk",
    "nhat-ky-truy-cap": "Who looked at what",
}
"""By the reports' keys; the Vietnamese is what `Offered.title` says."""


def report_name(report: Offered) -> str:
    """What a report is called."""
    return say("reports", REPORT[report.key])


def period_said(period: Period) -> str:
    """The period's name, where it has one, and its days, short enough for one line."""
    name, days = said(period.words, say), f"{period.first:%d/%m/%Y} – {period.last:%d/%m/%Y}"
    return f"{name}: {days}" if name else days
