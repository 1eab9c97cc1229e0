"""Holds the workbook of a public edition against its CSV files, and against the rules for sheets.

Usage: public_edition.py FOLDER
Prints what differs, one line each; nothing else when all is well.
"""
import csv
import json
import pathlib
import sys
import zipfile

import openpyxl

MARKS = {"[c]", "[x]", "[z]"}


def original(text):
    """The text that was typed, without the apostrophe that disarms a formula."""
    armed = text.lstrip("'")[:1] in tuple("=+-@\t\r\n\0＝＋－＠") and text.lstrip("'")
    return text[1:] if text.startswith("'") and armed else text


def same(cell, text, kind):
    if text == "":
        return cell in MARKS
    if kind in ("number", "integer"):
        return isinstance(cell, (int, float)) and abs(cell - float(text)) <= 1e-9 * abs(float(text))
    return str(cell) == original(text)


def shown(cell):
    """What the file says of a cell: of a link to a page, where it leads."""
    link = cell.hyperlink and cell.hyperlink.target
    return link if link and not cell.hyperlink.location else cell.value


def compare(sheet, table, path, resource):
    with open(path, newline="", encoding="utf-8") as file:
        lines = list(csv.reader(file))
    first, last = table.ref.split(":")
    area = [[shown(cell) for cell in row] for row in sheet[first:last]]
    kinds = [field["type"] for field in resource["schema"]["fields"]]
    if len(lines) == 1:
        return
    if area[0] != [field["title"] for field in resource["schema"]["fields"]]:
        yield f"{sheet.title}: headers are {area[0]}"
    if len(area) != len(lines):
        yield f"{sheet.title}: {len(area)} rows, {len(lines)} in the file"
    for number, (row, line) in enumerate(zip(area[1:], lines[1:])):
        for column, (cell, text, kind) in enumerate(zip(row, line, kinds)):
            if not same(cell, text, kind):
                yield f"{sheet.title} {number} {column}: {cell!r} is {text!r} in the file"
    if sheet.max_row != int("".join(c for c in last if c.isdigit())):
        yield f"{sheet.title}: something stands below the table"


def main():
    folder = pathlib.Path(sys.argv[1])
    (path,) = folder.glob("*.xlsx")
    resources = json.loads((folder / "csv/datapackage.json").read_text())["resources"]
    book = openpyxl.load_workbook(path)
    found = {}
    for sheet in book:
        if len(sheet.tables) != (0 if sheet.title == "Cover" else 1):
            print(f"{sheet.title}: {len(sheet.tables)} tables")
        found.update({table.name: (sheet, table) for table in sheet.tables.values()})
        if sheet.freeze_panes or sheet.merged_cells.ranges or sheet.auto_filter.ref:
            print(f"{sheet.title}: panes, merged cells or filters")
        if any(table.autoFilter for table in sheet.tables.values()):
            print(f"{sheet.title}: filter buttons")
        if sheet.sheet_state != "visible":
            print(f"{sheet.title}: hidden")
    for resource in resources:
        name = resource["path"].removesuffix(".csv")
        if name in found:
            for line in compare(*found[name], folder / "csv" / resource["path"], resource):
                print(line)
    twins = {resource["path"].removesuffix(".csv") for resource in resources}
    for name in sorted(found.keys() - twins - {"contents"}):
        print(f"{name}: no CSV file")
    with zipfile.ZipFile(path) as parts:
        for part in parts.namelist():
            if part.startswith("xl/worksheets/sheet") and b"<f" in parts.read(part):
                print(f"{part}: a formula")


main()
