"""How much is read right of what the reader learnt from, and of what it never saw.

`python -m tests.domain.phrases_measured` prints both, and each fresh line that is read otherwise.
"""

from bot.domain.saying_rules import RuleReader
from tests.domain.phrases_read import differences, known, phrases

BATCHES = ("english", "korean", "fresh_english", "fresh_korean")


def main() -> None:
    reader, names = RuleReader(), known()
    for batch in BATCHES:
        every = list(phrases(batch))
        wrong = [
            (one, told)
            for one in every
            if (told := differences(reader.read(one.said, names), one.wanted))
        ]
        if batch.startswith("fresh"):
            for one, told in wrong:
                print(f"  {one.said}\n    wanted {one.wanted}\n    read {told}")
        print(f"{batch}: {1 - len(wrong) / len(every):.1%} of {len(every)} read right")


if __name__ == "__main__":
    main()
