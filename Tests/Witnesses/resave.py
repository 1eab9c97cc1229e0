#!/usr/bin/env python3
"""Lets LibreOffice open workbooks and save each again in its place, all in one start.

Usage: resave.py FILE.xlsx...

Needs LibreOffice Calc (`soffice`, or what FUNDREPORT_SOFFICE names).
"""

import os
import shutil
import subprocess
import sys
import tempfile


def main(*paths):
    """Opens and saves."""
    with tempfile.TemporaryDirectory() as folder:
        copies = {os.path.join(folder, f"{number}.xlsx"): path for number, path in enumerate(paths)}
        for copy, path in copies.items():
            shutil.copy(path, copy)
        subprocess.run(
            [
                os.environ.get("FUNDREPORT_SOFFICE", "soffice"),
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
                "--outdir", f"{folder}/out", *copies,
            ],
            check=True, capture_output=True, timeout=300,
        )
        for copy, path in copies.items():
            shutil.copy(os.path.join(folder, "out", os.path.basename(copy)), path)


if __name__ == "__main__":
    main(*sys.argv[1:])
