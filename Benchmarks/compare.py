"""Figures of two programs, held against each other before any ratio is printed."""
import csv
import math
import sys
from pathlib import Path


def figures(path):
    """(indicator, dimension, category) to value; what is nothing is left out."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = {(row["indicator"], row["dimension"], row["category"]): row["value"] for row in csv.DictReader(file)}
    return {key: float(value) for key, value in rows.items() if value and float(value) != 0}


def differences(ours, theirs):
    """Sentences on figures that are missing on one side, or differ by more than one part in a billion."""
    ours, theirs = figures(ours), figures(theirs)
    said = [f"{key} only on one side" for key in sorted(ours.keys() ^ theirs.keys())]
    said += [f"{key}: {ours[key]} and {theirs[key]}" for key in sorted(ours.keys() & theirs.keys())
             if not math.isclose(ours[key], theirs[key], rel_tol=1e-9)]
    return said, len(ours)


if __name__ == "__main__":
    found, count = differences(Path(sys.argv[1]), Path(sys.argv[2]))
    print("\n".join(found[:20]) or f"{count} figures agree")
    sys.exit(1 if found else 0)
