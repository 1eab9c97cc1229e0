#!/usr/bin/env python3
"""Recalculates a workbook in LibreOffice and compares every formula with its cached value.

Usage: recalculate.py FILE.xlsx

The cached values are removed from a copy, so that LibreOffice has to calculate them: what it then
saves can not be an echo. Numbers agree within 1e-9, relative or absolute; texts and booleans agree
when equal; an error value agrees with nothing. Each difference is printed as
`Sheet!Cell: cached X, recalculated Y, formula`; the last line is `N formulas compared, M differ`.

Exit: 0 when all agree, 1 when some differ or there is no formula, 2 when it can not be found out.
Needs openpyxl and LibreOffice Calc (`soffice`, or what FUNDREPORT_SOFFICE names); no display.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

try:
    import openpyxl
except ImportError:
    print("recalculate.py needs openpyxl", file=sys.stderr)
    sys.exit(2)

TOLERANCE = 1e-9
SECONDS = 300
# A cell with its content; cells without content close themselves and hold no formula.
CELL = re.compile(rb"<c\b(?P<attributes>(?:[^>/]|/(?!>))*)>(?P<content>.*?)</c>", re.DOTALL)
FORMULA = re.compile(rb"<f\b[^>]*?(?:/>|>.*?</f>)", re.DOTALL)
KIND = re.compile(rb'\st="[^"]*"')


class Undecided(Exception):
    """The question could not be answered."""


def without_cached_values(sheet_xml):
    """The XML of a sheet with only the formulas left in its formula cells."""

    def strip(cell):
        formula = FORMULA.search(cell["content"])
        if not formula:
            return cell[0]
        return b"<c" + KIND.sub(b"", cell["attributes"]) + b">" + formula[0] + b"</c>"

    return CELL.sub(strip, sheet_xml)


def strip_workbook(source, target):
    """Copies a workbook without the cached values of its formulas."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                content = without_cached_values(content)
            # The order of calculation is a cache as well.
            if name != "xl/calcChain.xml":
                new.writestr(name, content)


def recalculated(stripped, folder):
    """The path of the workbook as LibreOffice saves it after calculating."""
    program = os.environ.get("FUNDREPORT_SOFFICE") or shutil.which("soffice")
    if not program:
        raise Undecided("LibreOffice (soffice) is not on this machine")
    output = os.path.join(folder, "out")
    command = [
        program,
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--norestore",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        output,
        stripped,
    ]
    # LibreOffice wants a home it may write to, also where the user has none.
    environment = {**os.environ, "HOME": folder, "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    try:
        run = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise Undecided(f"LibreOffice took more than {SECONDS} seconds") from late
    result = os.path.join(output, os.path.basename(stripped))
    if not os.path.exists(result):
        raise Undecided(f"LibreOffice wrote nothing: {(run.stderr or run.stdout).strip()}")
    return result


def is_error(cell):
    """Whether a cell holds an error value such as #DIV/0!."""
    return cell.data_type == "e"


def is_number(value):
    """Whether a value is a number; booleans are not."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def agree(cached, fresh):
    """Whether two cells hold the same value."""
    if is_error(cached) or is_error(fresh):
        return False
    left, right = cached.value, fresh.value
    if is_number(left) and is_number(right):
        return abs(left - right) <= max(TOLERANCE, TOLERANCE * max(abs(left), abs(right)))
    # An empty text is stored as no value.
    left, right = ("" if value is None else value for value in (left, right))
    return type(left) is type(right) and left == right


def formula_cells(sheet):
    """Every cell of a sheet that holds a formula, with the formula's text."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                yield cell.coordinate, getattr(cell.value, "text", cell.value)


def compare(path):
    """Prints every difference; returns how many formulas there are and how many differ."""
    with tempfile.TemporaryDirectory(prefix="recalculate-") as folder:
        stripped = os.path.join(folder, "workbook.xlsx")
        strip_workbook(path, stripped)
        formulas = openpyxl.load_workbook(path)
        cached = openpyxl.load_workbook(path, data_only=True)
        left_over = openpyxl.load_workbook(stripped, data_only=True)
        fresh = openpyxl.load_workbook(recalculated(stripped, folder), data_only=True)
    count = different = 0
    for sheet in formulas.worksheets:
        for place, formula in formula_cells(sheet):
            if left_over[sheet.title][place].value is not None:
                raise Undecided(f"{sheet.title}!{place} kept its cached value in the copy")
            count += 1
            old, new = cached[sheet.title][place], fresh[sheet.title][place]
            if not agree(old, new):
                different += 1
                print(
                    f"{sheet.title}!{place}: cached {old.value!r}, recalculated {new.value!r}, "
                    f"{formula}"
                )
    return count, different


def main(arguments):
    """Runs the comparison and picks the exit code."""
    if len(arguments) != 1:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    try:
        count, different = compare(arguments[0])
    except (Undecided, OSError, zipfile.BadZipFile) as problem:
        print(f"{arguments[0]}: {problem}", file=sys.stderr)
        return 2
    print(f"{count} formulas compared, {different} differ")
    return 1 if different or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
