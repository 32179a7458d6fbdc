"""How much of each batch of phrases is read right, and every line that is read otherwise.

`python -m tests.domain.phrases_measured`. A new batch is measured before anything is learnt from
it: only then does its figure say how what nobody thought of is read. The head of each file keeps
that first figure.
"""

from bot.domain.saying_rules import RuleReader
from tests.domain.phrases_read import BATCHES, differences, known, phrases


def main() -> None:
    reader, names = RuleReader(), known()
    for batch in BATCHES["english"] + BATCHES["korean"]:
        every = list(phrases(batch))
        wrong = [
            (one, told)
            for one in every
            if (told := differences(reader.read(one.said, names), one.wanted))
        ]
        for one, told in wrong:
            print(f"  {one.said}\n    wanted {one.wanted}\n    read {told}")
        print(f"{batch}: {1 - len(wrong) / len(every):.1%} of {len(every)} read right")


if __name__ == "__main__":
    main()
