"""`counter go-back`: after an update that turned out badly, the data as the program before knows it, with all that was
done since."""

from __future__ import annotations

from pathlib import Path

from counter_app.config import Profile
from counter_app.errors import ExitStatus
from counter_app.language import translate
from counter_app.store.keys import StoreKey
from counter_app.store.store import go_back_to_copy


def go_back_to_before(folder: Path, profile: Profile, key: StoreKey | None) -> int:
    """Does it and says what came of it; `key` is what somebody's words unlocked. Raises StoreLocked, KeyMissing,
    KeyWrapped, WrongKey, NoWayBack, StoreFault."""
    went = go_back_to_copy(folder, key)

    def say(sentence: str, **values: str | int) -> None:
        print(translate("updates", sentence, profile.language).format(**values))

    done = "The data is as the program before the update knows it; {count} records written since are in it."
    say(done, count=went.entries)
    if went.left:
        say("Not taken over, for it did not exist before: {what}.", what=", ".join(went.left))
    say("Install the program of before now; what was there is kept as after-update.db for 30 days.")
    return ExitStatus.DONE
