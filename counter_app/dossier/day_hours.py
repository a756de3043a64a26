"""Hours of a day as they are typed: 11:30-13:30, or over midnight 17:00-07:00."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

_HOURS = re.compile(r"^([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})$")


def _hours(text: str) -> str:
    parts = _HOURS.match(text)
    if not parts or any(int(hour) > 24 or int(minute) > 59 for hour, minute in (parts.group(1, 2), parts.group(3, 4))):
        raise ValueError("hours such as 11:30-13:30 or 17:00-07:00")
    return text


Hours = Annotated[str, AfterValidator(_hours)]
