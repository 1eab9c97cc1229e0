"""Validates the Data Package of a folder with frictionless: descriptor, digests, and every cell.

Usage: data_package.py FOLDER
Prints what is wrong, one line each. Exit: 0, or 1 when something is.
"""
import pathlib
import sys

from frictionless import FrictionlessException, Package


def main():
    descriptor = pathlib.Path(sys.argv[1]) / "datapackage.json"
    try:
        report = Package(str(descriptor)).validate()
    except FrictionlessException as wrong:
        print(wrong)
        return 1
    for task in report.tasks:
        for error in task.errors:
            print(f"{task.place}: {error.message}")
    for error in report.errors:
        print(error.message)
    return 0 if report.valid else 1


sys.exit(main())
