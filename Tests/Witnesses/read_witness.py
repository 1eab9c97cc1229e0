#!/usr/bin/env python3
"""Compares what our reader found in workbooks with what openpyxl and python-calamine find.

    spreadsheet-dump FOLDER/*.xlsx > dump.tsv
    read_witness.py FOLDER dump.tsv

Prints each difference as `witness file sheet cell: ours | theirs` and counts them. The witnesses
have their own readings; the exit code is 1 if there is any difference, for a person to judge.
"""

import datetime
import pathlib
import resource
import sys
import warnings

import openpyxl
import openpyxl.utils.datetime as serial
import python_calamine

warnings.simplefilter("ignore")


def unescaped(text):
    out, rest = [], iter(text)
    for character in rest:
        if character == "\\":
            character = {"t": "\t", "n": "\n", "r": "\r"}.get(following := next(rest), following)
        out.append(character)
    return "".join(out)


def read_dump(path):
    """file -> sheet -> cell -> value; a refused file has its error in place of sheets."""
    files = {}
    for line in pathlib.Path(path).read_text(encoding="utf-8").split("\n")[:-1]:
        file, sheet, cell, kind, value = line.split("\t")
        sheets = files.setdefault(file, {})
        if kind == "refused":
            files[file] = value
        elif kind == "sheet":
            sheets[unescaped(sheet)] = {}
        else:
            sheets[unescaped(sheet)][cell] = ours(kind, value)
    return files


def ours(kind, value):
    if kind == "number":
        return ("number", float(value))
    if kind == "boolean":
        return ("boolean", value == "true")
    if kind == "date":
        day, seconds = value.split(" ")
        midnight = datetime.datetime.fromisoformat(day)
        return ("date", midnight + datetime.timedelta(seconds=int(seconds)))
    return (kind, unescaped(value))


def whole_seconds(moment):
    return (moment + datetime.timedelta(microseconds=500_000)).replace(microsecond=0)


def theirs(value):
    """A witness's value in our terms, or None for an empty cell."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return ("boolean", value)
    if isinstance(value, (int, float)):
        return ("number", float(value))
    if isinstance(value, datetime.datetime):
        return ("date", whole_seconds(value))
    if isinstance(value, datetime.date):
        return ("date", datetime.datetime.combine(value, datetime.time()))
    if isinstance(value, datetime.time):
        return ("number", serial.time_to_days(value))
    if isinstance(value, datetime.timedelta):
        return ("number", value / datetime.timedelta(days=1))
    return ("text", str(value))


def by_openpyxl(path):
    book = openpyxl.load_workbook(path, data_only=True)
    sheets = {}
    for sheet in book.worksheets:
        cells = sheets[sheet.title] = {}
        # Only the cells there are: iter_rows() would make every cell up to a lone XFD1048576.
        for cell in sheet._cells.values():
            value = theirs(cell.value)
            if value is not None:
                is_error = cell.data_type == "e"
                cells[cell.coordinate] = ("error", cell.value) if is_error else value
    return sheets


def by_calamine(path):
    book = python_calamine.CalamineWorkbook.from_path(path)
    sheets = {}
    for name in book.sheet_names:
        cells = sheets[name] = {}
        try:
            sheet = book.get_sheet_by_name(name)
            first_row, first_column = sheet.start or (0, 0)
            rows = sheet.to_python()
        except Exception as error:
            print(f"calamine {path.name} {name}: cannot read the sheet: {error}")
            continue
        # Only the area that holds something is handed over; it starts at sheet.start, from zero.
        for row, values in enumerate(rows, start=first_row + 1):
            for column, value in enumerate(values, start=first_column + 1):
                value = theirs(value)
                if value is not None:
                    cells[f"{openpyxl.utils.get_column_letter(column)}{row}"] = value
    return sheets


def same(mine, other):
    if mine is None or other is None or mine[0] != other[0]:
        return mine == other
    if mine[0] == "number":
        return abs(mine[1] - other[1]) <= 1e-9 * max(1, abs(mine[1]))
    return mine == other


def compare(witness, read, folder, dump):
    cells = differences = 0
    for path in sorted(pathlib.Path(folder).glob("*.xlsx")):
        mine = dump[path.name]
        try:
            other = read(path)
        except Exception as error:
            print(f"{witness} {path.name}: ours {'refuses: ' + mine if isinstance(mine, str) else 'reads it'} | "
                  f"theirs refuses: {type(error).__name__}: {str(error)[:150]}")
            differences += not isinstance(mine, str)
            continue
        if isinstance(mine, str):
            print(f"{witness} {path.name}: ours refuses: {mine} | theirs reads it")
            differences += 1
            continue
        for sheet in sorted(mine.keys() | other.keys()):
            if sheet not in mine or sheet not in other:
                print(f"{witness} {path.name} {sheet}: only {'ours' if sheet in mine else 'theirs'} "
                      "has this sheet")
                differences += 1
                continue
            for cell in sorted(mine[sheet].keys() | other[sheet].keys()):
                cells += 1
                left, right = mine[sheet].get(cell), other[sheet].get(cell)
                if not same(left, right):
                    print(f"{witness} {path.name} {sheet} {cell}: ours {left!r} | theirs {right!r}")
                    differences += 1
    print(f"{witness}: {cells} cells compared, {differences} differences\n")
    return differences


def main(folder, dump_path):
    dump = read_dump(dump_path)
    return sum(
        compare(witness, read, folder, dump)
        for witness, read in (("openpyxl", by_openpyxl), ("calamine", by_calamine))
    )


if __name__ == "__main__":
    # A witness that wants more than this for a small workbook is stopped, not the machine.
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
    sys.exit(1 if main(*sys.argv[1:]) else 0)
