"""Whether a word can be Vietnamese: most letters that are misread make syllables which the language does not have."""

from __future__ import annotations

import re
import unicodedata

_FIRST = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|"
_MIDDLE = (
    "iêu|yêu|ươi|ươu|uôi|oai|oay|oao|oeo|uây|uyê|uya|uyu|iê|yê|ươ|uô|uâ|uê|uơ|uy|ua|ưa|ưi|ưu|ia|iu|ai|ao|au|ay|âu|ây|eo|êu|oa|"
    "oă|oe|oi|ôi|ơi|ui|oo|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y"
)
_LAST = "ng|nh|ch|c|m|n|p|t|"
_SYLLABLE = re.compile(f"({_FIRST})({_MIDDLE})({_LAST})")
_TONES = "\u0300\u0301\u0309\u0303\u0323"
_STOPPED = {"c", "ch", "p", "t"}
_ABBREVIATION = re.compile(r"[A-ZĐ]{1,6}")


def is_syllable(word: str) -> bool:
    """A Vietnamese syllable (in any case), or an abbreviation in capitals without marks."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = [letter for letter in decomposed if letter in _TONES]
    bare = unicodedata.normalize("NFC", "".join(letter for letter in decomposed if letter not in _TONES)).casefold()
    if not word[1:].islower() and not word.isupper() and len(word) > 1:
        return False
    found = _SYLLABLE.fullmatch(bare)
    if found is None or len(tones) > 1:
        return bool(_ABBREVIATION.fullmatch(word))
    stopped = found[3] in _STOPPED
    return not stopped or (bool(tones) and tones[0] in "\u0301\u0323") or bool(_ABBREVIATION.fullmatch(word))
