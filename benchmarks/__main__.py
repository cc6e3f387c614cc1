"""All measurements, one after the other: python -m benchmarks [ingest|search|server|coding|guesses|exports] [options of that one]."""

import sys
from importlib import import_module

ALL = ("ingest", "search", "server", "coding", "guesses", "exports")

chosen = sys.argv[1:2]
if chosen and chosen[0] not in ALL:
    sys.exit(f"There is no measurement {chosen[0]!r}; choose one of: {', '.join(ALL)}.")
for name in chosen or ALL:
    print(f"\n== {name}\n", flush=True)
    sys.argv = [f"benchmarks.{name}", *sys.argv[2:]]
    import_module(f"benchmarks.{name}").main()
