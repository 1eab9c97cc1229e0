#!/usr/bin/env python3
"""Tells what other programs read in a workbook, one fact per line.

Usage: readback.py FILE.xlsx

`openpyxl Sheet!A1 = …` and `calamine Sheet!A1 = …` give each value that is not empty as a Python
literal (formulas with openpyxl as text, with calamine as their cached value); the other lines give
looks, tables, links and the rest of what a sheet has. Needs openpyxl and python-calamine.
"""

import sys

import openpyxl
import python_calamine
from openpyxl.utils import get_column_letter


def values(path):
    """The cells, as the two libraries read them."""
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    text = getattr(cell.value, "text", None)
                    shown = f"{{{text}}}" if text else repr(cell.value)
                    yield f"openpyxl {sheet.title}!{cell.coordinate} = {shown} ({cell.data_type})"
    book = python_calamine.CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        for row, line in enumerate(sheet.to_python(skip_empty_area=False), 1):
            for column, value in enumerate(line, 1):
                if value != "":
                    yield f"calamine {name}!{get_column_letter(column)}{row} = {value!r}"


def colour(value):
    """A colour as hexadecimal digits, or none."""
    return value.rgb if value is not None and value.type == "rgb" else "none"


def looks(sheet):
    """The looks of the cells that have a style."""
    for row in sheet.iter_rows():
        for cell in row:
            if not cell.has_style:
                continue
            font, place = cell.font, cell.alignment
            words = [
                font.name,
                f"{font.sz:g}",
                "bold" if font.b else "regular",
                f"underline {font.u}" if font.u else "plain",
                "wraps" if place.wrap_text else "one-line",
                f"{place.horizontal or 'general'} {place.vertical or 'bottom'}",
                f"indent {place.indent:g}",
                f"format {cell.number_format}",
                f"text {colour(font.color)}",
                f"fill {colour(cell.fill.fgColor) if cell.fill.fill_type else 'none'}",
                f"border {cell.border.left.style}/{cell.border.bottom.style}",
            ]
            yield f"look {sheet.title}!{cell.coordinate}: {', '.join(words)}"


def layout(sheet):
    """What a sheet has besides its cells."""
    name = sheet.title
    for table in sheet.tables.values():
        headers = "|".join(column.name for column in table.tableColumns)
        buttons = "filter" if table.autoFilter else "no filter"
        style = table.tableStyleInfo.name if table.tableStyleInfo else None
        yield f"table {table.name} {name}!{table.ref}: {headers}, {buttons}, {style}"
    for row in sheet.iter_rows():
        for cell in row:
            if cell.hyperlink:
                target = cell.hyperlink.target or cell.hyperlink.location
                yield f"link {name}!{cell.coordinate} -> {target}"
    for area, rules in sheet.conditional_formatting._cf_rules.items():
        for rule in rules:
            colours = " ".join(step.rgb for step in rule.colorScale.color)
            yield f"scale {name}!{area.sqref}: {colours}"
    for rule in sheet.data_validations.dataValidation:
        yield (
            f"rule {name}!{rule.sqref}: {rule.type} {rule.operator} {rule.formula1} "
            f"{rule.formula2}, {rule.errorStyle}, {rule.prompt!r}, {rule.error!r}"
        )
    for row in sheet.iter_rows():
        for cell in row:
            if cell.comment:
                yield f"comment {name}!{cell.coordinate}: {cell.comment.text!r}"
            if sheet.protection.sheet and not cell.protection.locked:
                yield f"open {name}!{cell.coordinate}"
    setup = sheet.page_setup
    yield (
        f"page {name}: {setup.orientation}, paper {setup.paperSize}, "
        f"{setup.fitToWidth or 1} wide, {setup.fitToHeight} high, "
        f"fit {sheet.sheet_properties.pageSetUpPr.fitToPage}, repeat {sheet.print_title_rows}, "
        f"area {sheet.print_area or None}"
    )
    yield (
        f"paper {name}: columns {sheet.print_title_cols or None}, "
        f"{setup.pageOrder or 'downThenOver'}, foot {sheet.oddFooter.center.text!r}"
    )
    if sheet.protection.sheet:
        locks = ["selectLockedCells", "selectUnlockedCells", "formatColumns", "formatRows", "autoFilter"]
        may = [lock for lock in locks if not getattr(sheet.protection, lock)]
        yield f"protected {name}: may {', '.join(may)}, password {sheet.protection.password}"
    yield f"view {name}: frozen {sheet.freeze_panes}, filter {sheet.auto_filter.ref}"
    yield f"merged {name}: {len(sheet.merged_cells.ranges)}"
    tab = sheet.sheet_properties.tabColor
    yield f"tab {name}: {colour(tab)}, {sheet.sheet_state}"
    for letter, dimension in sorted(sheet.column_dimensions.items()):
        yield f"width {name}!{letter}: {dimension.width:.2f}"
    for row, dimension in sorted(sheet.row_dimensions.items()):
        if dimension.height:
            yield f"height {name}!{row}: {dimension.height:g}"


def document(book):
    """What the document says about itself."""
    said = book.properties
    yield f"title {said.title}"
    yield f"subject {said.subject}"
    yield f"author {said.creator}, {said.lastModifiedBy}"
    yield f"comments {said.description}"
    yield f"created {said.created.isoformat()}, modified {said.modified.isoformat()}"
    for prop in book.custom_doc_props.props:
        yield f"custom {prop.name} = {prop.value}"
    for name, defined in book.defined_names.items():
        yield f"name {name} = {defined.attr_text}"
    view = book.active.sheet_view
    pane = view.pane.activePane if view.pane else None
    cursors = [place.activeCell for place in view.selection if place.pane == pane]
    yield f"active sheet {book.active.title}, cell {', '.join(cursors) or 'A1'}"


def main(path):
    """Prints every fact."""
    for line in values(path):
        print(line)
    book = openpyxl.load_workbook(path)
    for line in document(book):
        print(line)
    for sheet in book.worksheets:
        for line in [*looks(sheet), *layout(sheet)]:
            print(line)


if __name__ == "__main__":
    main(sys.argv[1])
