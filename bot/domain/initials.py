"""Initial consonants: how a Korean name is typed in a hurry, ㅎㅂㅈㅈ for 한빛전자."""

import re
from functools import lru_cache

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_JOINED = str.maketrans(
    {"ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ"}
    | {"ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ"}
)
"""Two consonants that a keyboard joins into one letter when they are typed one after the other."""

_CONSONANTS = re.compile(r"[ㄱ-ㅎ\s]+")
_FIRST_SYLLABLE, _LAST_SYLLABLE, _PER_INITIAL = ord("가"), ord("힣"), 588


def read(text: str) -> str | None:
    """The consonants that are all the text holds; None for any other text."""
    bare = text.strip()
    if not bare or _CONSONANTS.fullmatch(bare) is None:
        return None
    return "".join(bare.split()).translate(_JOINED)


@lru_cache(maxsize=1 << 16)
def initials_of(key: str) -> str:
    """Each syllable by its initial consonant, anything else as it is."""
    return "".join(
        _INITIALS[(ord(sign) - _FIRST_SYLLABLE) // _PER_INITIAL]
        if _FIRST_SYLLABLE <= ord(sign) <= _LAST_SYLLABLE
        else sign
        for sign in key
    )
