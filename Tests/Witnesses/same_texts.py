"""Tells whether the references of agreements are the same texts in a workbook and in a CSV file, as
other programs read them.

Usage: same_texts.py FILE.xlsx FILE.csv
"""
import csv
import sys

import openpyxl
import python_calamine

ARMED = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


def original(text):
    """The text without the apostrophe that disarms it."""
    bare = text.lstrip("'")
    return text[1:] if text.startswith("'") and bare.startswith(ARMED) else text


def main(workbook, table):
    book = python_calamine.CalamineWorkbook.from_path(workbook)
    rows = book.get_sheet_by_name("Data Agreements").to_python(skip_empty_area=False)
    header = next(row for row in rows if "Agreement ref" in row)
    column = header.index("Agreement ref")
    held = [row[column] for row in rows[rows.index(header) + 1:] if row[column] != ""]
    with open(table, encoding="utf-8-sig", newline="") as file:
        written = [original(line["agreement_ref"]) for line in csv.DictReader(file)]
    # XML has no place for two characters; calamine leaves their escapes as they are.
    held = [text.replace("_xFFFE_", "\ufffe").replace("_xFFFF_", "\uffff") for text in held]
    held, written = sorted(held), sorted(written)
    for one, other in zip(held, written):
        if one != other:
            print(f"{one[:40]!r} in the workbook, {other[:40]!r} in the table")
    sheet = openpyxl.load_workbook(workbook)["Data Agreements"]
    for row in sheet.iter_rows():
        for cell in row:
            if cell.column == column + 1 and cell.data_type not in ("s", "n", "inlineStr"):
                print(f"{cell.coordinate} is of the kind {cell.data_type}")
    print(f"{len(held)} texts are the same" if held == written else "not the same")


main(*sys.argv[1:])
