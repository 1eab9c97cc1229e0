#!/usr/bin/env python3
"""Holds fundreport against other programs doing the same work, as ratios of runs in turn.

    run.py --size S|Q|M|L [--against floor,openpyxl,calamine,polars,duckdb] [--pairs 5]

Product and opponent run one after the other, again and again, so that a busy machine is busy for both. Before a
ratio is printed, the figures of both are compared. A ratio above 1 means that the opponent needs more.
"""
import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import compare

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
PYTHON = HERE / ".venv" / "bin" / "python"
WORK = REPOSITORY / ".build" / "benchmarks"
PROGRAM = REPOSITORY / ".build" / "release" / "fundreport"
OPPONENTS = ["floor", "openpyxl", "calamine", "polars", "duckdb"]


def measured(command, ends_with=(0,)):
    """(wall seconds, cpu seconds, peak MiB) of a command that must end well."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) not in ends_with:
        sys.exit(f"{' '.join(map(str, command))}\n{said.decode()}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def product(data, definitions=HERE / "pipeline"):
    """Runs the product into a fresh folder; says what it took, and where its figures are."""
    output = WORK / "product"
    shutil.rmtree(output, ignore_errors=True)
    command = [PROGRAM, "run", "--period", "2025", "--quiet", "--pipeline", definitions, "--data", data, "--output",
               output]
    # 1: released, with findings, of which the workloads are full.
    took = measured(command, ends_with=(0, 1))
    return took, output / "2025" / "current" / "internal" / "csv" / "indicators.csv"


def opponent(name, data):
    output = WORK / name
    shutil.rmtree(output, ignore_errors=True)
    if name == "floor":
        command = [WORK / "floor-program"]
    elif name in ("openpyxl", "calamine"):
        command = [PYTHON, HERE / "peers" / "with_pandas.py", name]
    else:
        command = [PYTHON, HERE / "peers" / f"with_{name}.py"]
    return measured(command + [data, output]), output / "indicators.csv"


def against(name, data, pairs):
    """One row of the table."""
    (_, ours), (_, theirs) = product(data), opponent(name, data)
    differences, count = compare.differences(ours, theirs)
    if differences:
        sys.exit(f"{name}: the figures differ, so no ratio is given\n" + "\n".join(differences[:20]))
    runs = [(product(data)[0], opponent(name, data)[0]) for _ in range(pairs)]
    ratios = [[theirs[i] / ours[i] for ours, theirs in runs] for i in range(3)]
    shown = [f"{statistics.median(r):.2f} ({min(r):.2f}–{max(r):.2f})" for r in ratios]
    return f"| {name} | {count} | {' | '.join(shown)} |"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--size", choices=["S", "Q", "M", "L"], default="S")
    arguments.add_argument("--against", default=",".join(OPPONENTS))
    arguments.add_argument("--pairs", type=int, default=5)
    chosen = arguments.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    data = WORK / f"workload-{chosen.size}"
    if not data.exists():
        subprocess.run([PYTHON, HERE / "workload.py", chosen.size, data], check=True)
    if "floor" in chosen.against:
        subprocess.run(["cc", "-O2", HERE / "floor.c", "-o", WORK / "floor-program", "-lzip", "-lsqlite3", "-lxlsxwriter"],
                       check=True)
    print(f"Workload {chosen.size}, {chosen.pairs} pairs, {platform.machine()}, {os.cpu_count()} cores, "
          f"{time.strftime('%Y-%m-%d')}: median (range) of opponent / product\n")
    print("| opponent | figures compared | wall | cpu | peak memory |\n|---|---|---|---|---|")
    for name in chosen.against.split(","):
        print(against(name, data, chosen.pairs), flush=True)


if __name__ == "__main__":
    main()
