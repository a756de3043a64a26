"""Whether a folder is a good place for a desk's data on Windows: not in one that goes to a cloud, nor too deep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from counter_app.language import translate

_SYNCED = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Variables in which OneDrive tells each user's programs which folders it takes."""
_LONGEST = 259  # characters of a path where long ones were not allowed: MAX_PATH without its end
_BELOW = 110  # characters of the longest path below the data: a file of files/ and its name in parts


def warnings(data: PurePath, environment: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the place of the data, a sentence each. `environment`: of the user whose program it is."""
    if _is_synced(data, environment):
        yield _say(
            "The data lies in a folder that OneDrive copies to the internet: it holds files while they are written,"
            " and citizens' papers leave the office. Move it to another folder with --data."
        )
    if len(str(data)) + _BELOW > _LONGEST:
        yield _say("The path of the data folder is too long for many programs; choose a shorter one with --data.")


def _is_synced(data: PurePath, environment: Mapping[str, str]) -> bool:
    """By what OneDrive tells; also by its folders' names, "OneDrive" or "OneDrive - UBND phường", where it is off."""
    told = (type(data)(environment[name]) for name in _SYNCED if environment.get(name))
    named = any(part == "OneDrive" or part.startswith("OneDrive - ") for part in data.parts)
    return named or any(data.is_relative_to(folder) for folder in told)


def _say(sentence: str) -> str:
    return translate("doctor", sentence)
