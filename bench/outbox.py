"""20,000 messages through replicas that are killed at random, to a Slack that fails at random."""

import argparse
import asyncio

from bench.storm import Outcome, Storm, rage
from tests.databases import PostgresServerOfTests


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--messages", type=int, default=20_000)
    asked.add_argument("--channels", type=int, default=2_000)
    asked.add_argument("--replicas", type=int, default=4)
    asked.add_argument("--speed", type=float, default=10, help="how fast the story's clock goes")
    asked.add_argument("--lull", type=float, default=5, help="seconds between deaths, about")
    wanted = asked.parse_args()
    storm = Storm(**vars(wanted))
    server = PostgresServerOfTests()
    try:
        server.prepare()
        out = asyncio.run(rage(server.copy(), storm, patience=7_200))
    finally:
        server.stop()
    return _report(storm, out)


def _report(storm: Storm, out: Outcome) -> int:
    twice = sum(times - 1 for times in out.arrived.values())
    lost = storm.messages - len(out.arrived)
    print(f"{storm}")
    print(f"arrived {len(out.arrived)}, twice {twice}, lost {lost}; states {out.states}")
    print(f"calls {out.calls}, faults {dict(out.faults)}, replicas killed {out.deaths}")
    print(f"limits exceeded {out.exceeded or 'never'}; most in a minute {out.most_in_a_minute},")
    print(f"shortest gap in a channel {out.shortest_gap:.2f} s, by the story's clock;")
    print(f"it took {out.story_seconds:.0f} s by that, {out.real_seconds:.0f} s by ours")
    return 1 if twice or lost or out.exceeded else 0


if __name__ == "__main__":
    raise SystemExit(main())
