#!/usr/bin/env python3
"""Takes the conditions of the annual report's definitions out, one by one, and runs the tests each time.

Every condition that a figure, model or check states must matter: without it a test must fail. What no test misses is
printed, and the script ends with 1. `make conditions` builds the tests and goes through all conditions, which takes a
night; after that, by hand:

    Tests/Witnesses/take_out_conditions.py PA-05 agreement.sql    files whose path holds one of the words
    Tests/Witnesses/take_out_conditions.py --list PA-05           what would be taken out

Tests that missed other conditions of the file come first, then those that name the figure or check; for a model, those
that name what it leads to, and of these the ones whose lines of the example fund change. Of these again the ones that
share the rarest words with the condition come first, a few at a time. The first failure ends a try, and counts only if
that test passes on the definitions as they are. A condition that is right but cannot be missed says `kept:` and why, on
its line or above.
"""
import argparse
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PIPELINE = ROOT / "pipelines" / "annual-report"
FOLDERS = ["4-indicators", "2-models", "3-checks"]
# Suites and tests that would miss a text rather than a condition, or that look at other things and take long.
OTHER_SUITES = re.compile(r"/(Commands|Definition|Nights|Template)/|Recalculated")
OTHER_TESTS = re.compile(r"\bedit\(|copyPipeline|Program\(|\.program\(|Witness\(")
NEAR = 24
CODE = re.compile(r"\b[A-Z]{1,4}-\d{2}[a-z]?\b")
FAILURE = re.compile(r'"(.+)".* recorded an issue')
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
        while tokens[end - 1][0].isspace() or tokens[end - 1][0].startswith("--"):
            end -= 1
        if word == "AND":
            yield start, tokens[end][1], " "
        else:
            yield start, tokens[end][1], "WHERE 1 "


def mutants(path):
    """(what was taken out, the text without it) for every condition of a file that may be missed."""
    text = path.read_text(encoding="utf-8")
    queries = [(0, text)] if path.suffix == ".sql" else [
        (match.start(1), match[1]) for match in re.finditer(r"sql: \|\n((?: {6}.*\n|\n)+)", text)]
    for begin, sql in queries:
        for start, end, replacement in conditions(sql):
            above = text.rfind("\n", 0, max(0, text.rfind("\n", 0, begin + start)))
            if "kept:" not in text[above + 1:text.find("\n", begin + end)]:
                yield " ".join(sql[start:end].split()), text[:begin + start] + replacement + text[begin + end:]
    for match in re.finditer(r'\b(where|known|covers): "?(.+?)"?(?=, \w+:| *}|\n)', text):
        parts = match[2].split(" and ")
        for index, part in enumerate(parts):
            left = " and ".join(parts[:index] + parts[index + 1:]) or "1"
            if path.suffix == ".yml" and part != "1":
                yield f"{match[1]}: {part}", text[:match.start(2)] + left + text[match.end(2):]


def all_tests():
    """{pattern that runs a test: its text}, of the tests that look at what a run comes to."""
    tests = {}
    for path in (ROOT / "Tests" / "FundReportTests").rglob("*Tests.swift"):
        if not OTHER_SUITES.search(str(path)):
            for text in path.read_text(encoding="utf-8").split("@Test")[1:]:
                name = re.search(r"func (?:`([^`]+)`|(\w+))", text)
                if not OTHER_TESTS.search(text):
                    tests[f"{path.stem}/{pattern(name[1] or name[2])}"] = text
    return tests


def words(text):
    """The words of a text, of names such as `paid_on` and `PaidOn` too, in the singular."""
    return {word.lower().rstrip("s") for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", text)}


def pattern(name):
    return r"[^/]?" + re.sub(r"[^\w ]", ".", name) + r"[^/]?\("


def leads_to(model):
    """Figures and checks that rest on a model, directly or through others, and the data sheets of the latter."""
    reads = {path: set(re.findall(r"\b(?:FROM|JOIN|from:|because:)\s+(\w+)", path.read_text(encoding="utf-8")))
             for folder in FOLDERS for path in (PIPELINE / folder).rglob("*.*")}
    resting, before = {model}, 0
    while len(resting) > before:
        before = len(resting)
        resting |= {path.stem for path, names in reads.items() if names & resting}
    return resting | {"Data " + path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("-- ")
                      for path in reads if path.suffix == ".sql" and path.stem in resting}


class Tests:
    def __init__(self, bundle):
        self.bundle, self.texts, self.sound = bundle, all_tests(), {}
        self.words = {test: words(test + text) for test, text in self.texts.items()}
        self.having = Counter(word for found in self.words.values() for word in found)

    def most_like(self, text, tests):
        """Tests in groups that grow, those first that share the rarest words with a text."""
        asked = words(text)
        weight = {test: sum(math.log(len(self.texts) / self.having[word]) for word in asked & self.words[test])
                  for test in tests}
        tests, size = sorted(tests, key=lambda test: (-weight[test], test)), 1
        while tests:
            yield tests[:size]
            tests, size = tests[size:], 2 * size

    def naming(self, names):
        return [test for test, text in self.texts.items()
                if names & {*CODE.findall(text), *re.findall(r'"(Data [^"]+)"', text)}]

    def called(self, names):
        patterns = {pattern(name) for name in names}
        return [test for test in self.texts if test.partition("/")[2] in patterns]

    def failing(self, tests, pipeline):
        """The first test that fails with these definitions, None if all pass."""
        with tempfile.TemporaryDirectory() as scratch:
            run = subprocess.Popen(
                [self.bundle, "--testing-library", "swift-testing", "--filter", "|".join(tests)], cwd=ROOT, text=True,
                errors="replace", stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                env=os.environ | {"FUNDREPORT_PIPELINE": str(pipeline), "TMPDIR": scratch})
            for line in run.stdout:
                if failure := FAILURE.search(line):
                    run.kill()
                    run.wait()
                    return failure[1]
            return None if run.wait() == 0 else f"stopped with {run.returncode}"

    def missing(self, tests, pipeline):
        """The same, but stops where the test fails without any change too."""
        failure = self.failing(tests, pipeline)
        if failure and failure not in self.sound:
            self.sound[failure] = self.failing([pattern(failure)], PIPELINE)
        if failure and self.sound[failure]:
            sys.exit(f"“{failure}” fails on the definitions as they are")
        return failure


class Example:
    """The example fund, run with the definitions as they are and with others."""

    def __init__(self, program):
        self.program, self.lines = program, None

    def codes_changed(self, pipeline):
        """Codes of figures and findings with other lines."""
        if self.lines is None:
            self.lines = self.run(PIPELINE)
        return set(CODE.findall("\n".join(self.run(pipeline) ^ self.lines)))

    def is_valid(self, pipeline):
        return subprocess.run([self.program, "validate", "--pipeline", pipeline, "--data", ROOT / "data"],
                              capture_output=True).returncode == 0

    def run(self, pipeline):
        with tempfile.TemporaryDirectory() as output:
            code = subprocess.run(
                [self.program, "run", "--quiet", "--pipeline", pipeline, "--data", ROOT / "data", "--output", output,
                 "--period", "2025", "--as-of", "2026-11-21"], capture_output=True).returncode
            tables = Path(output, "2025/current/internal/csv")
            return {line for name in ("indicators", "issues") if code < 2
                    for line in (tables / f"{name}.csv").read_text(encoding="utf-8").splitlines()}


def nearest(path, taken, pipeline, tests, example, missed):
    """Groups of tests that may miss what was taken out, those that most likely do first; none twice."""
    tried, resting = set(), {path.stem} if path.suffix == ".yml" else leads_to(path.stem)
    named = tests.naming(resting)
    for stage in ("missed", "few", "changed", "named", "all"):
        asked = {"missed": tests.called(missed), "all": tests.texts}.get(stage, named)
        if stage == "changed" and path.suffix == ".sql":
            asked = tests.naming(resting & example.codes_changed(pipeline))
        before = len(tried)
        for group in tests.most_like(f"{path.stem} {taken}", [test for test in asked if test not in tried]):
            yield group
            tried.update(group)
            if stage == "few" and len(tried) - before > 6:
                break


def verdict(path, taken, pipeline, tests, example, missed, near):
    """`missed by` a test, `missed by none`, or `not valid` without the condition."""
    if not example.is_valid(pipeline):
        return "not valid"
    number = 0
    for group in nearest(path, taken, pipeline, tests, example, missed):
        if near and number >= NEAR:
            break
        if failure := tests.missing(group, pipeline):
            return f"missed by {failure}"
        number += len(group)
    return "missed by none"


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("words", nargs="*", help="parts of the paths of definitions to try; all without")
    options.add_argument("--list", action="store_true", help="only list the conditions")
    options.add_argument("--log", type=Path, help="file of verdicts; what was missed before is not tried again")
    options.add_argument("--near", action="store_true", help=f"only the first {NEAR} tests or so")
    options.add_argument("--built", type=Path, default=ROOT / ".build/conditions/release", help="folder of the built tests")
    given = options.parse_args()
    tests = Tests(given.built / "fundreportPackageTests.xctest")
    example = Example(given.built / "fundreport")
    known = {}
    if given.log and given.log.exists():
        lines = (line.split("\t") for line in given.log.read_text(encoding="utf-8").splitlines())
        known = {name: said for name, said in lines if said != "missed by none"}
    verdicts = {}
    for path in (path for folder in FOLDERS for path in sorted((PIPELINE / folder).rglob("*.*"))
                 if path.name != "dimensions.yml" and (not given.words or any(word in str(path) for word in given.words))):
        place = path.relative_to(PIPELINE)
        for number, (taken, text) in enumerate(mutants(path), 1):
            name = f"{place} {number}: {taken}"
            if given.list:
                print(name)
                continue
            if name not in known:
                with tempfile.TemporaryDirectory() as folder:
                    copy = Path(folder) / "annual-report"
                    shutil.copytree(PIPELINE, copy)
                    (copy / place).write_text(text, encoding="utf-8")
                    missed = [said.removeprefix("missed by ") for other, said in known.items()
                              if other.startswith(f"{place} ")]
                    known[name] = verdict(path, taken, copy, tests, example, missed, given.near)
                if given.log:
                    with given.log.open("a", encoding="utf-8") as log:
                        print(name, known[name], sep="\t", file=log)
            verdicts[name] = known[name]
    if given.list:
        return 0
    survivors = [name for name, said in verdicts.items() if said == "missed by none"]
    print(*survivors, sep="\n")
    invalid = sum(said == "not valid" for said in verdicts.values())
    print(f"{len(verdicts)} conditions taken out: {invalid} leave no valid definition, {len(survivors)} missed by no test")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
