"""How long the command takes to answer: ``python benchmarks/startup.py``."""

import statistics
import subprocess
import sys
import time

RUNS = 10
COMMANDS = (("--version",), ("--help",), ("events", "--help"))


def seconds(arguments: tuple[str, ...]) -> list[float]:
    """The wall-clock seconds of each run of ``kg`` with these arguments."""
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", "from kg_cli.main import cli; cli()", *arguments], check=True, capture_output=True
        )
        taken.append(time.perf_counter() - start)
    return taken


def main() -> None:
    """Print the median and the best of each command."""
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    print(f"{'command':<20}{'median s':>10}{'best s':>10}   ({RUNS} runs)")
    for arguments in COMMANDS:
        taken = seconds(arguments)
        print(f"{'kg ' + ' '.join(arguments):<20}{statistics.median(taken):>10.3f}{min(taken):>10.3f}")


if __name__ == "__main__":
    main()
