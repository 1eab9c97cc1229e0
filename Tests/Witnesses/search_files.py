"""Every place of a text below a folder: names of files, their bytes, and what zip files hold.

Usage: search_files.py FOLDER TEXT [TEXT …]
"""
import pathlib
import sys
import zipfile


def parts(folder):
    """Name and bytes of every file, and of every part of a workbook."""
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        yield "name of " + name, name.encode()
        if not path.is_file():
            continue
        yield name, path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as book:
                for part in book.namelist():
                    yield f"{name} › {part}", book.read(part)


def main():
    folder = pathlib.Path(sys.argv[1])
    looked_at = 0
    for place, data in parts(folder):
        looked_at += 1
        for text in sys.argv[2:]:
            if text.casefold() in data.decode("utf-8", "replace").casefold():
                print(f"{place}: {text}")
    print(f"{looked_at} parts")


main()
