#!/usr/bin/env python3
"""Copies a workbook with one cached value changed: that of the first formula with a whole number.

Usage: plant.py FILE.xlsx COPY.xlsx

Only a workbook that is otherwise right shows that `recalculate.py` notices one wrong number.
Exit: 0, or 1 when there is no such formula.
"""

import re
import sys
import zipfile

VALUE = re.compile(rb"(</f><v>)(\d+)(</v>)")


def main(source, target):
    """Copies all parts, one of them with a value that is one too high."""
    planted = 0
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/") and not planted:
                content, planted = VALUE.subn(
                    lambda found: found[1] + b"%d" % (int(found[2]) + 1) + found[3], content, 1
                )
            new.writestr(name, content)
    return 0 if planted else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
