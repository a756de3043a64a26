"""What a citizen sees: one question a page, three large buttons, no text to type, no script, no cookie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from counter_app.procedures.survey_questions import Question

STYLE = """
* { box-sizing: border-box; margin: 0; }
html, body { height: 100%; }
body { font-family: "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; color: #16324f; background: #eef3f8;
  display: flex; flex-direction: column; }
header { background: #16324f; color: #fff; padding: 2.2vh 4vw; font-size: clamp(16px, 2.6vmin, 28px); }
main { flex: 1; display: flex; flex-direction: column; justify-content: center; gap: 4vh; padding: 3vh 4vw;
  max-width: 1400px; width: 100%; margin: 0 auto; }
h1 { font-size: clamp(24px, 5vmin, 54px); line-height: 1.25; text-align: center; font-weight: 600; }
p { font-size: clamp(17px, 2.8vmin, 30px); text-align: center; line-height: 1.4; }
form { display: flex; flex-wrap: wrap; gap: 2.5vmin; justify-content: center; }
button { flex: 1 1 26%; min-width: min(260px, 100%); min-height: clamp(84px, 18vh, 240px); border: 3px solid #16324f;
  border-radius: 18px; background: #fff; color: #16324f; font: inherit; font-size: clamp(20px, 3.6vmin, 40px);
  font-weight: 600; padding: 12px; cursor: pointer; }
button.good { border-color: #14673b; color: #14673b; }
button.fair { border-color: #7a5200; color: #7a5200; }
button.poor { border-color: #a3231f; color: #a3231f; }
button:focus-visible, button:active { outline: 5px solid #f2b233; outline-offset: 3px; }
.back button { flex: 0 1 auto; min-height: 64px; border-width: 2px; padding: 12px 5vw; background: none;
  font-size: clamp(17px, 2.6vmin, 28px); }
footer { padding: 2vh 4vw; text-align: center; font-size: clamp(14px, 2.2vmin, 22px); color: #3b5168; }
"""
_TONES = ("good", "fair", "poor")
BACK = "back"
"""What the button that takes the last answer back is called."""
IDLE, THANKS = 180, 20  # seconds until the next citizen at the desk's screen finds the first question


def question_page(
    office: str,
    question: Question,
    number: int,
    of: int,
    under: Mapping[str, str],
    answered: Mapping[str, int],
    *,
    restarts: bool,
) -> str:
    """One question; `answered` is what was said so far, `under` what it is known by. `restarts`: the screen goes back
    by itself. A wrong touch is taken back by a button: where the page fills a screen, a browser's own is not seen."""
    kept = _kept(under) + _kept(answered)
    buttons = "".join(
        f'<button class="{tone}" name="{escape(question.key)}" value="{points}">{escape(text)}</button>'
        for tone, (points, text) in zip(_TONES, question.scored, strict=True)
    )
    body = f'<h1>{escape(question.text)}</h1><form method="post" action="/">{kept}{buttons}</form>'
    if answered:
        before = _kept(under) + _kept(dict(list(answered.items())[:-1]))
        body += f'<form class="back" method="post" action="/">{before}<button name="{BACK}" value="1">'
        body += "Quay lại câu trước</button></form>"
    foot = f"Câu {number}/{of}. Không ghi họ tên, không lưu ai đã đánh giá."
    foot += f" Không bấm trong {IDLE // 60} phút thì màn hình về câu đầu." if restarts else ""
    return _page(office, body, foot)


def _kept(values: Mapping[str, object]) -> str:
    return "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(str(value))}">' for name, value in values.items()
    )


def thanks_page(office: str, *, at_screen: bool) -> str:
    """It was kept; at the desk's screen the next citizen can begin at once."""
    following = '<form action="/"><button>Lượt đánh giá tiếp theo</button></form>' if at_screen else ""
    return _page(office, f"<h1>Xin cảm ơn Ông/Bà.</h1><p>Ý kiến đã được ghi nhận.</p>{following}", "")


def heard_page(office: str) -> str:
    """It was answered before."""
    body = "<h1>Phiếu này đã được đánh giá.</h1><p>Mỗi phiếu tính một lần. Xin cảm ơn Ông/Bà.</p>"
    return _page(office, body, "")


def unknown_page(office: str) -> str:
    """No such slip, or a page that was not ours: the same words for all of it."""
    body = (
        "<h1>Không mở được phiếu đánh giá này.</h1>"
        "<p>Ông/Bà có thể đánh giá tại màn hình của quầy, hoặc hỏi cán bộ tiếp nhận.</p>"
    )
    return _page(office, body, "")


def _page(office: str, body: str, foot: str) -> str:
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<title>Đánh giá việc phục vụ</title><link rel="stylesheet" href="/style.css"></head>'
        f"<body><header>{escape(office)}</header><main>{body}</main><footer>{foot}</footer></body></html>"
    )


def order(questions: Sequence[Question], answered: Mapping[str, int]) -> Question | None:
    """The next question; None where all are answered."""
    return next((question for question in questions if question.key not in answered), None)
