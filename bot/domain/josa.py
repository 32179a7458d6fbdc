"""Korean particles: the form that fits the sound a name ends in."""

_LATIN_CLOSED = frozenset("lmnr")
"""Latin letters whose Korean names (엘, 엠, 엔, 아르/알) or word endings close with a consonant."""

_DIGITS_CLOSED = frozenset("013678")
"""영, 일, 삼, 육, 칠, 팔 end in a consonant; 이, 사, 오, 구 do not."""

_CLOSED_BY_RIEUL = frozenset("178lLrR")


def particle(word: str, pair: str) -> str:
    """The fitting one of a pair such as "을/를", "이/가", "은/는", "과/와", "으로/로".

    The first form follows a final consonant, the second a vowel; "으로/로" takes the second
    after ㄹ too. Endings that cannot be sounded (an emoji, nothing) get both: "을(를)".
    """
    closed, open_ = pair.split("/")
    last = next((sign for sign in reversed(word) if sign.isalnum()), "")
    ending = _ending(last)
    if ending is None:
        return f"{closed}({open_})"
    if closed == "으로" and ending == "ㄹ":
        return open_
    return closed if ending else open_


def _ending(sign: str) -> str | None:
    """The final consonant's class: "" none, "ㄹ", "other"; None where nobody can tell."""
    if "가" <= sign <= "힣":
        final = (ord(sign) - ord("가")) % 28
        return "" if final == 0 else "ㄹ" if final == 8 else "other"
    if sign in _CLOSED_BY_RIEUL:
        return "ㄹ"
    if sign in _DIGITS_CLOSED:
        return "other"
    if sign.isascii() and sign.isalnum():
        return "other" if sign.lower() in _LATIN_CLOSED else ""
    return None
