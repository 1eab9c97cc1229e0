"""Forms as bytes: workbooks, and folders of CSV files. Nothing in them says when they were written."""
import csv
import datetime
import io
import json
import re
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

import faults
from form import NUMBERS, SHEETS, cell, content, head, plain_cell, sheets_of

STAMP = datetime.datetime(2026, 1, 1)  # the date every workbook claims to be made on
BOLD = Font(bold=True)
SHADE = PatternFill("solid", fgColor="DDEBF7")
FIRST_LINE = 4  # row of the first line of data: title, help and header stand above
TITLES = {
    "en": ("{sheet}: everything since the programme began (fictional example)",
           "One line per entry. Columns with * must be filled in. Lists inside a cell are separated by ;"),
    "fr": ("{sheet} : tout depuis le début du programme (exemple fictif)",
           "Une ligne par élément. Les colonnes marquées * sont obligatoires. Dans une cellule, séparer par ;"),
    "es": ("{sheet}: todo desde el inicio del programa (ejemplo ficticio)",
           "Una línea por elemento. Las columnas con * son obligatorias. Dentro de una celda, separar con ;"),
}


def columns(sheet, form, lines):
    """The columns of a table in the order this form has them."""
    fields = list(sheet.fields)
    if "short" in form["how"]:
        fields = [field for field in fields if field in sheet.required or any(line.get(field) for line in lines)]
    return fields[::-1] if "reversed" in form["how"] else fields


def put(page, row, column, value, number_format):
    target = page.cell(row, column, value)
    if number_format:
        target.number_format = number_format
    return target


def write_head(page, sheet, form, answers):
    for row, (field, text) in enumerate(answers.items(), start=1):
        page.cell(row, 1, sheet.header(field, form["language"])).font = BOLD
        put(page, row, 2, *cell(field, text, form)).alignment = Alignment(horizontal="left")
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 40, 24


def write_table(page, sheet, form, path, lines):
    language = form["language"]
    title, help_line = TITLES[language]
    page["A1"], page["A2"] = title.format(sheet=sheet.titles[language]), help_line
    page["A1"].font = Font(bold=True, size=13)
    fields = columns(sheet, form, lines)
    headers = [sheet.header(field, language) for field in fields]
    extra = faults.EXTRA_COLUMN.get((path, sheet.name))
    for column, header in enumerate(headers + ([extra[0]] if extra else []), start=1):
        top = page.cell(FIRST_LINE - 1, column, header)
        top.font, top.fill = BOLD, SHADE
        page.column_dimensions[get_column_letter(column)].width = max(12, min(34, len(header) + 4))
    gap = faults.BLANK_LINE_AFTER.get((path, sheet.name), len(lines))
    for number, line in enumerate(lines):
        row = FIRST_LINE + number + (number >= gap)
        for column, field in enumerate(fields, start=1):
            value, number_format = cell(field, line.get(field, ""), form)
            if value is not None:
                put(page, row, column, value, number_format)
        if extra and number == 0:
            page.cell(row, len(fields) + 1, extra[1])
    page.freeze_panes = "A4"


def workbook(form, path):
    tables = content(form, path)
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets_of(form):
        if (path, sheet.name) in faults.MISSING_SHEETS:
            continue
        page = book.create_sheet(sheet.titles[form["language"]])
        if sheet.name == "Programme":
            write_head(page, sheet, form, head(form, tables, path))
        else:
            write_table(page, sheet, form, path, tables[sheet.name])
    book.properties.creator = book.properties.lastModifiedBy = "Example fund (fictional)"
    book.properties.title = f"{form['programme'].code} {form['year']} (fictional example)"
    book.properties.created = STAMP
    draft = io.BytesIO()
    book.save(draft)
    return repacked(draft)


def repacked(draft):
    """The same workbook without any trace of when it was written."""
    stamp = STAMP.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    result = io.BytesIO()
    with zipfile.ZipFile(draft) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, data)
            fixed = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            fixed.compress_type, fixed.external_attr, fixed.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            target.writestr(fixed, data)
    return result.getvalue()


def csv_bytes(header, lines, delimiter=",", encoding="utf-8"):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(lines)
    return text.getvalue().encode(encoding)


def csv_folder(form, path):
    """The same form as CSV files with machine names for headers; what is unusual about them is declared beside them."""
    tables = content(form, path)
    encoding = "windows-1252" if "windows-1252" in form["how"] else "utf-8"
    lines = lambda header, told: csv_bytes(header, told, ";", encoding)
    files = {"programme.csv": lines(
        ["field", "value"],
        [[field, plain_cell(field, text, form)] for field, text in head(form, tables, path).items()])}
    for sheet in SHEETS[1:]:
        files[f"{sheet.name.lower()}.csv"] = lines(sheet.fields, [
            [plain_cell(field, line.get(field, ""), form) for field in sheet.fields] for line in tables[sheet.name]])
    if "decimal-comma" in form["how"]:
        files["datapackage.json"] = descriptor(encoding)
    return files


def descriptor(encoding):
    resources = [{"name": "programme", "path": "programme.csv", "encoding": encoding, "dialect": {"delimiter": ";"}}]
    for sheet in SHEETS[1:]:
        name = sheet.name.lower()
        numbers = [{"name": field, "type": "number", "decimalChar": ","} for field in sheet.fields if field in NUMBERS]
        resources.append({"name": name, "path": f"{name}.csv", "encoding": encoding, "dialect": {"delimiter": ";"},
                          "schema": {"fields": numbers}})
    return (json.dumps({"resources": resources}, indent=2) + "\n").encode()
