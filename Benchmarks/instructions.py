#!/usr/bin/env python3
"""Counts the instructions of reading forms and of writing the workbook, and says what has become dearer.

    instructions.py             compares with instructions.json; 1 where a stage takes over 5 % more
    instructions.py --record    writes instructions.json anew, for a change that is worth what it costs

Instructions, counted by valgrind's callgrind, are the same on a busy machine and an idle one, where seconds are not.
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAM = HERE.parent / ".build" / "release" / "fundreport"
RECORDED = HERE / "instructions.json"
ALLOWED = 1.05

# By the names that the functions have in the program.
STAGES = {"load": r"FundReport6IngestV3run", "write": r"11Spreadsheet8WorkbookV5write2to"}


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def counted():
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        subprocess.run([sys.executable, HERE / "workload.py", "G", folder / "data"], check=True,
                       stdout=subprocess.DEVNULL)
        # Valgrind cannot read the debugging notes of Swift, and needs only the names of functions.
        run("strip", "--strip-debug", "-o", folder / "fundreport", PROGRAM)
        status, said, errors = run(
            "valgrind", "--tool=callgrind", f"--callgrind-out-file={folder / 'counts'}", folder / "fundreport", "run",
            "--period", "2025", "--quiet", "--pipeline", HERE / "pipeline", "--data", folder / "data", "--output",
            folder / "output")
        if status not in (0, 1):
            sys.exit(said + errors)
        _, listing, _ = run("callgrind_annotate", "--inclusive=yes", "--threshold=100", folder / "counts")
    counts = {}
    for line in listing.splitlines():
        found = re.match(r"\s*([\d,]+) \([^)]*\)\s+\S*?:(\S+)", line)
        if not found:
            continue
        for stage, name in STAGES.items():
            if name in found[2]:
                counts[stage] = max(counts.get(stage, 0), int(found[1].replace(",", "")))
    missing = STAGES.keys() - counts.keys()
    if missing:
        sys.exit(f"no function is called like {', '.join(STAGES[stage] for stage in sorted(missing))} any more")
    return counts


def main():
    counts = counted()
    if sys.argv[1:] == ["--record"]:
        RECORDED.write_text(json.dumps(counts, indent=2, sort_keys=True) + "\n")
        return
    recorded = json.loads(RECORDED.read_text())
    dearer = False
    for stage, count in sorted(counts.items()):
        ratio = count / recorded[stage]
        print(f"{stage}: {count:,} instructions, {ratio:.3f} of what is recorded")
        dearer = dearer or ratio > ALLOWED
    if dearer:
        sys.exit("more than 5 % dearer: mend it, or record it with a reason (Benchmarks/instructions.py --record)")


if __name__ == "__main__":
    main()
