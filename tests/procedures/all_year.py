"""Office hours that are the same all year, for examples whose clock times do not ask for the season."""

from __future__ import annotations

from datetime import time

from counter_app.procedures.working_time import OfficeHours, Season

ALL_YEAR = OfficeHours((Season(((time(7), time(11, 30)), (time(13, 30), time(17)))),))
