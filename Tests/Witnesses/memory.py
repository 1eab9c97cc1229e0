#!/usr/bin/env python3
"""Measures the memory of a run over many rows, at N and at four times N.

Usage: memory.py PROGRAM [ROWS]

Writes a fund of 40 Joint Programmes with ROWS payments (20,000 unless said otherwise) into a scratch
folder, runs PROGRAM on it, and says what the run took at its peak and how large its data workbook is;
then the same with four times as many rows. The payments are more than a sheet with formulas holds, so
they stand in the data workbook. What grows is what SQLite sorts: it does so in memory, as no temporary
file may hold what is about people. One form with all rows takes more, since a sheet is read whole.

Exit: 0 when each further row takes at most 1 KiB, 1 when it takes more, 2 when a run fails or the data
workbook does not hold every payment.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
AGREEMENTS = 10
PROGRAMMES = [f"JP-{number}" for number in range(1, 41)]
HEAD = """field,value
programme_code,{programme}
reporting_year,2025
version,1
submitted_on,2026-02-01
prepared_by,IOM
"""
EMPTY = {
    "structures": "body_name,body_kind,body_function,stakeholder_type,seats",
    "engagement": "phase,stakeholder_type,engagement_level,engaged_on",
    "events": "event_ref,title,event_kind,started_on,stakeholder_type",
    "accountability": "item,in_place",
}


def write(path, lines):
    """Writes lines into a file whose folder may not be there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        for line in lines:
            file.write(line + "\n")


def fund(folder, rows):
    """A fund with that many payments."""
    (folder / "code-lists").symlink_to(REPOSITORY / "data" / "code-lists")
    write(
        folder / "registers" / "programmes.csv",
        ["programme_code,title,scope,countries,thematic_area,concept_note_on,start_on,end_on"]
        + [
            f"{code},{code} (fictional),COUNTRY,KEN,1,2022-05-01,2022-01-01,2026-12-31"
            for code in PROGRAMMES
        ],
    )
    write(
        folder / "registers" / "programme_punos.csv",
        ["programme_code,puno,role,from_on,to_on"]
        + [f"{code},IOM,LEAD,2022-01-01," for code in PROGRAMMES],
    )
    for code in PROGRAMMES:
        form(folder / "reports" / "2025" / code, code, rows // len(PROGRAMMES))


def form(folder, programme, payments):
    """What one programme reports."""
    write(folder / "programme.csv", HEAD.format(programme=programme).splitlines())
    write(
        folder / "agreements.csv",
        [
            "agreement_ref,puno,partner_name,stakeholder_type,level,country,ingo_affiliate,"
            "agreement_type,form,currency,amount,signed_on,start_on,status"
        ]
        + [
            f"A-{number},IOM,Partner {number},NGO_N,NATIONAL,KEN,no,GRANT,FINANCIAL,USD,1000,"
            "2025-01-15,2025-02-01,ACTIVE"
            for number in range(AGREEMENTS)
        ],
    )
    write(
        folder / "transfers.csv",
        ["agreement_ref,puno,paid_on,currency,amount"]
        + [
            f"A-{row % AGREEMENTS},IOM,2025-{row % 12 + 1:02}-{row % 28 + 1:02},USD,{row + 1}"
            for row in range(payments)
        ],
    )
    for name, header in EMPTY.items():
        write(folder / f"{name}.csv", [header])


def run(program, rows):
    """Peak memory in MiB and size of the data workbook, after one run over that many payments."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        fund(folder, rows)
        process = subprocess.Popen(
            [program, "run", "--quiet", "--period", "2025", "--as-of", "2026-11-21"]
            + ["--pipeline", str(REPOSITORY / "pipelines" / "annual-report")]
            + ["--data", str(folder), "--output", str(folder / "output")],
        )
        _, status, usage = os.wait4(process.pid, 0)
        current = folder / "output" / "2025" / "current" / "internal"
        workbook = current / "data" / "annual-report-2025-data.xlsx"
        if os.waitstatus_to_exitcode(status) not in (0, 1) or not workbook.exists():
            sys.exit(2)
        if payments(workbook) != rows:
            print(f"the data workbook does not hold {rows} payments", file=sys.stderr)
            sys.exit(2)
        peak = usage.ru_maxrss / 1024
        print(f"{rows} payments: peak {peak:.0f} MiB, data workbook {workbook.stat().st_size} bytes")
        return peak


def payments(workbook):
    """How many rows the sheet of payments has below its header."""
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_path(str(workbook))
    return len(book.get_sheet_by_name("Data Transfers").to_python(skip_empty_area=False)) - 4


def main():
    program = sys.argv[1]
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    first = run(program, rows)
    fourth = run(program, 4 * rows)
    each = (fourth - first) * 1024 / (3 * rows)
    print(f"{each:.2f} KiB for each further row")
    sys.exit(0 if each <= 1 else 1)


if __name__ == "__main__":
    main()
