#!/usr/bin/env python3
"""Fills in a reporting form as an office would, and saves it under another name.

Usage: fill_form.py FORM.xlsx FILLED.xlsx ENTRIES [--resave]

ENTRIES is JSON: a list of [sheet number from 0, cell, value]. A value is typed as it is; a text such
as `2025-03-31` goes in as a date where the cell's rule asks for one; {"pick": 3} chooses the third
option of the cell's drop-down list, whatever language it is in. With --resave LibreOffice then opens
the file and saves it again, see resave.py. Fails when a cell has no such option. Needs openpyxl.
"""

import datetime
import json
import sys

import openpyxl

import resave


def rule_of(sheet, cell):
    """The input rule of a cell, or None."""
    for rule in sheet.data_validations.dataValidation:
        if cell.coordinate in rule.sqref:
            return rule
    return None


def option(book, rule, number):
    """One option of a drop-down list that points to a range of another sheet."""
    name, area = rule.formula1.rsplit("!", 1)
    cells = [row[0] for row in book[name.strip("'")][area.replace("$", "")]]
    return cells[number - 1].value


def fill(form, entries):
    """The form with everything typed in."""
    book = openpyxl.load_workbook(form)
    for number, place, value in entries:
        sheet = book.worksheets[number]
        cell = sheet[place]
        if sheet.protection.sheet and cell.protection.locked:
            sys.exit(f"{sheet.title}!{place} is locked")
        rule = rule_of(sheet, cell)
        if isinstance(value, dict):
            value = option(book, rule, value["pick"])
        elif rule is not None and rule.type == "date":
            value = datetime.date.fromisoformat(value)
        cell.value = value
    return book


def main(form, filled, entries, *options):
    """Fills in and saves."""
    fill(form, json.loads(entries)).save(filled)
    if "--resave" in options:
        resave.main(filled)


if __name__ == "__main__":
    main(*sys.argv[1:])
