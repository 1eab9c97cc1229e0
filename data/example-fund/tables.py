"""Reads the texts in which the example is written down: tables parted by | under `# name` lines."""
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
DATA = FOLDER.parent
BY_YEAR = re.compile(r"(\d{4} [^;]*)(;\d{4} [^;]*)*")


def blocks(path):
    """`# name` lines of a file and what follows each; lines before the first are a remark."""
    found, name = {}, None
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# "):
            name = line[2:]
            found[name] = []
        elif name and line:
            found[name].append(line)
    return found


def rows(lines):
    """Lines under a header, as dictionaries."""
    header = lines[0].split("|")
    result = []
    for line in lines[1:]:
        cells = line.split("|")
        if len(cells) != len(header):
            raise ValueError(f"{len(cells)} cells for {len(header)} columns: {line}")
        result.append(dict(zip(header, (cell.strip() for cell in cells))))
    return result


def said_in(year, text):
    """What a form of that year says: `2023 SIGNED;2024 ACTIVE` changes in the years named."""
    if not BY_YEAR.fullmatch(text):
        return text
    told = [entry[5:] for entry in text.split(";") if int(entry[:4]) <= year]
    return told[-1] if told else ""


class Programme:
    """One JP: what the Fund knows about it, its forms, and the facts they are made of."""

    def __init__(self, path):
        self.code = path.stem
        self.tables = blocks(path)
        self.about = dict(line.split("|") for line in self.tables["programme"])
        self.forms = self.rows("forms")
        for form in self.forms:
            form["programme"] = self
            form["year"] = int(form["year"])
            form["how"] = form.get("how", "").split()

    def rows(self, table):
        return rows(self.tables[table]) if table in self.tables else []

    def lead(self, year):
        """The lead in force on 31 December, else the last one."""
        leads = [row for row in self.rows("punos") if row["role"] == "LEAD" and row["from_on"] <= f"{year}-12-31"]
        return leads[-1]["puno"]


PROGRAMMES = [Programme(path) for path in sorted((FOLDER / "programmes").glob("*.txt"))]
