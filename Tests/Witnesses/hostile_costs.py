#!/usr/bin/env python3
"""What the worst files that anyone may send cost to check, one line each.

Usage: hostile_costs.py PROGRAM [FORM.xlsx]
       hostile_costs.py --write FOLDER

Runs `PROGRAM check` over a sound form (the example's by default), every workbook of
hostile_workbooks.py, and workbooks that go as far as the limits allow. Prints the processor time as
a multiple of that of the sound form, the peak of memory and the exit code. Run it where `data` and
`pipelines` are.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile


def rows(columns):
    """The most rows of a form, all cells different."""
    return "".join(
        f"<row r='{row}'>"
        + "".join(f"<c><v>{row * 1000 + column}</v></c>" for column in range(columns)) + "</row>"
        for row in range(1, 50_001))


def cost(program, file):
    """(processor seconds, peak MiB, exit code) of a check."""
    process = subprocess.Popen(
        [program, "check", file], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    return (usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024,
            os.waitstatus_to_exitcode(status))


def write(folder):
    """The files of hostile_workbooks.py, and some within every limit."""
    # Here, since it holds their texts: a child's peak of memory begins with that of its parent.
    import hostile_workbooks
    parts = hostile_workbooks.parts
    hostile_workbooks.write(pathlib.Path(folder))
    # Nearly as much as a reader takes, and as a form may hold: eight sheets that point at one part.
    at_limits = {
        "most cells": lambda: parts(rows=rows(199)),
        "largest form": lambda: parts(rows=rows(19)),
        "most texts": lambda: parts(
            texts="".join(f"<si><t>{index:0>120}</t></si>" for index in range(999_999))),
        "most parts": lambda: parts() | {f"m/{index}": f"{index}" for index in range(1_990)},
    }
    for name, make in at_limits.items():
        with zipfile.ZipFile(
                f"{folder}/{name}.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
            for path, text in make().items():
                file.writestr(path, text)


def main():
    if sys.argv[1] == "--write":
        return write(sys.argv[2])
    program = sys.argv[1]
    sound = sys.argv[2] if len(sys.argv) > 2 else sorted(map(str, pathlib.Path("data").glob(
        "reports/2025/**/*.xlsx")))[0]
    unit = min(cost(program, sound)[0] for _ in range(3))
    print(f"{'sound form':14} {1:8.1f} times {cost(program, sound)[1]:6.0f} MiB")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, __file__, "--write", folder], check=True)
        for file in sorted(pathlib.Path(folder).iterdir()):
            seconds, peak, code = cost(program, file)
            print(f"{file.stem:14} {seconds / unit:8.1f} times {peak:6.0f} MiB, code {code}")


if __name__ == "__main__":
    main()
