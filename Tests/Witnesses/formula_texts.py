"""Names the formulas with a text in them, in the workbooks below a folder.

Usage: formula_texts.py FOLDER TEXT
"""
import pathlib
import re
import sys
import zipfile


def main(folder, text):
    found = [
        f"{path} {part}: {formula[:80]}"
        for path in sorted(pathlib.Path(folder).rglob("*.xlsx"))
        for part in zipfile.ZipFile(path).namelist() if part.endswith(".xml")
        for formula in re.findall(
            r"<(?:f|formula1?|definedName)\b[^>]*>([^<]*)<",
            zipfile.ZipFile(path).read(part).decode())
        if text in formula
    ]
    print("\n".join(found) or "no formula")


main(*sys.argv[1:])
