"""Writes the example fund: `registers/*.csv` and `reports/<year>/**` of the folder above.

Everything in it is invented: programmes, agencies, partners, people, amounts and rates. Countries and currencies
exist, nothing said about them does. Running it again writes the same bytes; `code-lists/` is read, never written.

    python3 data/example-fund          (needs openpyxl)

How it is put together: `programmes/` has one file per JP with its facts, each once; a form of a year is what was known
by then; `faults.py` then plants, one by one, what goes wrong or looks odd in single cells.
"""
import hashlib
import os

os.environ["OPENPYXL_LXML"] = "False"  # whether lxml is there or not, the same bytes; read when openpyxl is

import faults
from registers import corrections, registers
from tables import DATA, PROGRAMMES
from writing import csv_bytes, csv_folder, workbook


def reports():
    """Every file under `reports/`: its path there, and its bytes."""
    for programme in PROGRAMMES:
        for form in programme.forms:
            path = f"{form['year']}/{form['path']}"
            if path.endswith(".xlsx"):
                yield path, workbook(form, path)
            else:
                for name, data in csv_folder(form, path).items():
                    yield f"{path}/{name}", data
    yield from faults.STRAY.items()


def files():
    """Every file of the example: path below the data folder, and its bytes."""
    forms = dict(reports())
    for copy, original in faults.COPIES.items():
        forms[copy] = forms[original]
    for path, data in forms.items():
        yield f"reports/{path}", data
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in forms.items()}
    for name, header, lines in (*registers(), corrections(digests)):
        yield f"registers/{name}.csv", csv_bytes(header, lines)


def main():
    written = set()
    for path, data in files():
        target = DATA / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        written.add(target)
    present = {path for folder in ("registers", "reports") for path in (DATA / folder).rglob("*") if path.is_file()}
    for path in sorted(present - written):
        print(f"left alone, not part of the example: {path.relative_to(DATA)}")
    print(f"{len(written)} files written")


if __name__ == "__main__":
    main()
