#!/usr/bin/env python3
"""Holds workbooks against what Excel insists on and other programs let pass, without Excel.

Usage: format_rules.py FILE.xlsx...

Prints one line for each breach: a warning of openpyxl on loading, parts of a sheet out of the order
of CT_Worksheet (ECMA-376, part 1, 18.3.1.99), drop-down lists and texts longer than Excel takes, lists,
formulas and defined names that lead to no cells, and areas that overlap. Needs openpyxl.
"""

import re
import sys
import warnings
import zipfile
from xml.etree import ElementTree

import openpyxl
from openpyxl.utils import range_boundaries

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ORDER = """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection
protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr
conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks
colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF
picture oleObjects controls webPublishItems tableParts extLst""".split()
# What a rule may say, in UTF-16 units.
LIMITS = {"promptTitle": 32, "errorTitle": 32, "prompt": 255, "error": 225}
PLACE = re.compile(r"(?:'((?:[^']|'')+)'|([^\W\d][\w.]*))!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?")


def length(text):
    """The length as Excel counts it."""
    return len(text.encode("utf-16-le")) // 2


def places(formula, book):
    """What is wrong with the places that a formula names."""
    for match in PLACE.finditer(formula):
        sheet = (match[1] or match[2]).replace("''", "'")
        if sheet not in book.sheetnames:
            yield f"leads to a sheet “{sheet}” that is not there"


def worksheet(name, root, book):
    """The breaches of one sheet."""
    parts = [part.tag.removeprefix(MAIN) for part in root]
    unknown = [part for part in parts if part not in ORDER]
    if unknown:
        yield f"unknown parts {unknown}"
    elif parts != sorted(parts, key=ORDER.index):
        yield f"parts out of order: {parts}"
    rows = [int(row.get("r")) for row in root.iter(f"{MAIN}row")]
    if rows != sorted(set(rows)):
        yield "rows out of order"
    for formula in root.iter(f"{MAIN}f"):
        if length(formula.text or "") > 8192:
            yield f"a formula of {length(formula.text)} characters"
        yield from (f"a formula {problem}" for problem in places(formula.text or "", book))
    seen = []
    for rule in root.iter(f"{MAIN}dataValidation"):
        area = rule.get("sqref")
        for key, limit in LIMITS.items():
            if length(rule.get(key, "")) > limit:
                yield f"{area}: {key} has {length(rule.get(key))} characters"
        first = rule.findtext(f"{MAIN}formula1") or ""
        if length(first) > 255:
            yield f"{area}: the list has {length(first)} characters"
        if rule.get("type") == "list" and first:
            yield from (f"{area}: the list {problem}" for problem in empty(first, book))
        yield from (f"{area}: the list {problem}" for problem in places(first, book))
        for one in area.split():
            left, top, right, bottom = range_boundaries(one)
            for other in seen:
                if left <= other[2] and other[0] <= right and top <= other[3] and other[1] <= bottom:
                    yield f"{area}: overlaps another rule"
            seen.append((left, top, right, bottom))


def empty(formula, book):
    """Whether a list has options: a range of the sheet of lists has a text in every cell."""
    match = PLACE.fullmatch(formula)
    if not match:
        yield f"is no range: {formula}"
        return
    sheet = (match[1] or match[2]).replace("''", "'")
    if sheet != book.worksheets[-1].title and sheet not in book.sheetnames:
        return
    cells = book[sheet][formula.rsplit("!", 1)[1].replace("$", "")]
    texts = [row[0].value for row in cells] if isinstance(cells, tuple) else [cells.value]
    if book[sheet].protection.sheet and not all(texts):
        yield "has empty options"


def breaches(path):
    """The breaches of one workbook."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        book = openpyxl.load_workbook(path)
    yield from (f"openpyxl: {warning.message}" for warning in said)
    for name in book.sheetnames:
        if length(name) > 31 or re.search(r"[\[\]:*?/\\]", name) or name[0] == "'" or name[-1] == "'":
            yield f"the sheet’s name “{name}”"
    with zipfile.ZipFile(path) as package:
        contents = package.read("[Content_Types].xml").decode()
        for part in package.namelist():
            if part.endswith(".xml") and part != "[Content_Types].xml" and f'"/{part}"' not in contents:
                yield f"{part} has no content type of its own"
        root = ElementTree.fromstring(package.read("xl/workbook.xml"))
        for name in root.iter(f"{MAIN}definedName"):
            for problem in places(name.text, book):
                yield f"the name {name.get('name')} {problem}"
        for number, sheet in enumerate(book.sheetnames, 1):
            content = ElementTree.fromstring(package.read(f"xl/worksheets/sheet{number}.xml"))
            for problem in worksheet(sheet, content, book):
                yield f"{sheet}: {problem}"


if __name__ == "__main__":
    for file in sys.argv[1:]:
        for line in breaches(file):
            print(line)
