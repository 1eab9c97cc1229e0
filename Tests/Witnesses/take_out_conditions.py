#!/usr/bin/env python3
"""Takes the conditions of the annual report's definitions out, one by one, and runs the tests each time.

Every condition that a figure, model or check states must matter: without it a test must fail. What no test misses is
printed, and the script ends with 1. It needs a built test suite (`swift build --build-tests`) and takes hours for
everything, so it is run by hand and at night:

    Tests/Witnesses/take_out_conditions.py                        all of them
    Tests/Witnesses/take_out_conditions.py PA-05 agreement.sql    files whose path holds one of the words
    Tests/Witnesses/take_out_conditions.py --list PA-05           what would be taken out
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PIPELINE = ROOT / "pipelines" / "annual-report"
FOLDERS = ["2-models", "3-checks", "4-indicators"]
PROGRAM = ROOT / ".build" / "debug" / "fundreport"
# Fast suites that look at results; recalculation by LibreOffice looks at formulas.
TESTS = ["swift", "test", "--skip-build", "--filter", "Figures|Rules|ExampleFund|Tests.*(Year|Framework)",
         "--skip", "Recalculated"]
TOKEN = re.compile(r"--[^\n]*|'(?:[^']|'')*'|\"[^\"]*\"|\w+|\s+|.", re.S)
ENDS = {"AND", "OR", "GROUP", "ORDER", "HAVING", "UNION", "LIMIT", "WINDOW", "THEN", "ELSE", "END", "JOIN", "LEFT",
        "CROSS", "WHERE", "AS", "WHEN", "FROM", "SELECT"}


def conditions(sql):
    """(start, end, replacement) of every condition joined by AND, and of every WHERE with a single one."""
    tokens, place, depth = [], 0, 0
    for match in TOKEN.finditer(sql):
        text = match.group()
        if text == ")":
            depth -= 1
        tokens.append((text.upper(), place, depth))
        if text == "(":
            depth += 1
        place += len(text)
    tokens.append(("", place, -1))
    for index, (word, start, depth) in enumerate(tokens):
        if word not in ("AND", "WHERE"):
            continue
        before = [t[0] for t in tokens[:index] if t[2] == depth and t[0].strip()][-8:]
        if word == "AND" and "BETWEEN" in before and "AND" not in before[before.index("BETWEEN"):]:
            continue
        end = index + 1
        while not (tokens[end][2] < depth or tokens[end][2] == depth and (tokens[end][0] in ENDS or tokens[end][0] == ",")):
            if tokens[end][2] == depth and tokens[end][0] == "BETWEEN":
                end += 1
                while not (tokens[end][2] == depth and tokens[end][0] == "AND"):
                    end += 1
            end += 1
        if word == "AND":
            yield start, tokens[end][1], " "
        else:
            yield start, tokens[end][1], "WHERE 1 "


def mutants(path):
    """(what was taken out, the text without it) for every condition of a file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".sql":
        for start, end, replacement in conditions(text):
            yield " ".join(text[start:end].split()), text[:start] + replacement + text[end:]
        return
    for match in re.finditer(r"\b(where|known|covers): *(?P<condition>[^\n,}]+)", text):
        parts = re.split(r"\band\b", match["condition"])
        for index, part in enumerate(parts):
            left = " and ".join(p.strip() for i, p in enumerate(parts) if i != index) or "1"
            start, end = match.span("condition")
            if part.strip() not in ("1", ""):
                yield f"{match[1]}: {part.strip()}", text[:start] + left + " " + text[end:]
    for match in re.finditer(r"sql: \|\n(?P<sql>(?: {6}.*\n|\n)+)", text):
        for start, end, replacement in conditions(match["sql"]):
            begin = match.start("sql")
            taken = " ".join(match["sql"][start:end].split())
            yield taken, text[:begin + start] + replacement + text[begin + end:]


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    files = [path for folder in FOLDERS for path in sorted((PIPELINE / folder).rglob("*"))
             if path.suffix in (".sql", ".yml") and path.name != "dimensions.yml"
             and (not words or any(word in str(path) for word in words))]
    survivors, tried, refused = [], 0, 0
    for path in files:
        for taken, text in mutants(path):
            name = f"{path.relative_to(PIPELINE)}: {taken}"
            if "--list" in sys.argv:
                print(name)
                continue
            with tempfile.TemporaryDirectory() as folder:
                copy = Path(folder) / "annual-report"
                shutil.copytree(PIPELINE, copy)
                (copy / path.relative_to(PIPELINE)).write_text(text, encoding="utf-8")
                valid = subprocess.run([PROGRAM, "validate", "--pipeline", copy], capture_output=True, cwd=ROOT)
                if valid.returncode != 0:
                    refused += 1
                    continue
                tried += 1
                run = subprocess.run(TESTS, cwd=ROOT, capture_output=True,
                                     env=os.environ | {"FUNDREPORT_PIPELINE": str(copy)})
            if run.returncode == 0:
                survivors.append(name)
                print("no test misses", name, flush=True)
    print(f"{tried} conditions taken out, {len(survivors)} missed by no test; {refused} leave no valid definition")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
