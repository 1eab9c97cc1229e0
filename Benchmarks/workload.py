#!/usr/bin/env python3
"""Writes a fictional fund of a stated size: one reporting form per Joint Programme, and the registers.

    workload.py S|Q|M|L|G FOLDER      S 40 forms of 150 rows, Q 100 of 1,000, M 400 of 1,000, L 1,000 of 2,000,
                                      G 6 of 150, to count instructions

Three tenths of the rows are agreements, three tenths payments, four tenths engagement. The same size is the same
bytes. As in real forms: names in several spellings, dates and amounts typed as text, payments under no agreement.
"""
import csv
import datetime
import random
import shutil
import sys
from pathlib import Path

import xlsxwriter

SIZES = {"S": (40, 150), "Q": (100, 1000), "M": (400, 1000), "L": (1000, 2000), "G": (6, 150)}
REPOSITORY = Path(__file__).resolve().parents[1]

COUNTRIES = ["GMB", "TJK", "PER", "ECU", "PHL", "NER", "MAR", "GEO", "KEN", "BGD", "GTM", "ALB"]
TYPES = ["NGO_L", "NGO_N", "NGO_I", "CBO", "MLO", "DIASPORA", "ACADEMIA", "UNION", "PRIVATE", "FBO"]
GROUPS = TYPES[:6] + ["MIGRANT", "COMMUNITY", "GOV"]
LEVELS = ["LOCAL", "NATIONAL", "REGIONAL", "INTERNATIONAL"]
AGREEMENTS = ["COOPERATION", "SMALL_FUNDING", "GRANT", "LOA", "MOU", "COLLAB", "INKIND"]
FORMS = ["FINANCIAL", "NON_FINANCIAL", "IN_KIND", "MIXED"]
STATUSES = ["ACTIVE", "SIGNED", "SUSPENDED"]
ROLES = ["IMPLEMENTATION", "ACCESS", "IMPLEMENTATION;ACCESS"]
PHASES = ["CONCEPT", "DEVELOPMENT", "IMPLEMENTATION", "MONITORING", "REPORTING"]
ENGAGEMENT = ["NONE", "INFORM", "CONSULT", "COLLABORATE"]
MECHANISMS = ["CONSULTATION", "MEETING", "PARTNERSHIP"]
MEDIA = ["IN_PERSON", "ONLINE"]
# Ten-thousandths of a unit per US dollar, all prime: no amount converts to half a cent, where an exact
# number and a binary one would round apart.
RATES = {"GMD": 529673, "TJS": 109481, "PEN": 37561, "PHP": 561019, "XOF": 6047599, "MAD": 99623}
SYLLABLES = "ba do fe gu hi ja ko lu me ni po ra se tu vi wo ya ze mar len tis nor".split()

AGREEMENT_COLUMNS = ["Agreement ref", "PUNO", "Partner name", "Partner acronym", "Stakeholder type", "Level", "Country",
                     "INGO affiliate", "Migrant led", "Women led", "Youth led", "Grassroots", "Agreement type", "Form",
                     "Roles", "Currency", "Amount", "Signed on", "Start on", "End on", "Status", "Selection",
                     "Due diligence", "Capacity building", "Publish name", "Purpose"]
TRANSFER_COLUMNS = ["Agreement ref", "PUNO", "Paid on", "Currency", "Amount", "Tier", "Sub partner name",
                    "Sub partner type", "Sub partner level", "Reference"]
ENGAGEMENT_COLUMNS = ["Phase", "Stakeholder type", "Engagement level", "Engaged on", "Mechanisms", "Modes", "Medium",
                      "Women", "Men", "Other or undisclosed", "Persons total", "Under 18", "Youth 18 24", "Compensated",
                      "Compensation currency", "Compensation amount", "Justification", "Evidence"]


# Answered with "none" on the first sheet, so that only their headers stand in the form.
EMPTY_SHEETS = [
    ("Structures", ["Body name", "Body kind", "Body function", "Stakeholder type", "Seats", "Voting seats", "Women seats",
                    "Valid from", "Valid to", "Meetings held"]),
    ("Events", ["Event ref", "Title", "Event kind", "Audience", "Awareness kind", "Capacity kind", "Started on",
                "Ended on", "Country", "Medium", "Stakeholder type", "Organisations", "Women", "Men",
                "Other or undisclosed", "Persons total", "Under 18", "Youth 18 24", "Speakers"]),
    ("Accountability", ["Item", "In place", "Held on", "Stakeholder role", "Stakeholder types", "Received", "Closed",
                        "Reference group", "Inception feedback", "Final feedback", "Principles assessed", "What changed",
                        "Report link"]),
]


def spelt(draw, name):
    """The name as one of several people would type it."""
    if draw.random() > 0.07:
        return name
    return draw.choice([name.upper(), name.lower(), f"  {name} ", name.replace(" ", "  ", 1), name.replace(" ", "\u00a0", 1)])


def word(draw):
    return "".join(draw.choices(SYLLABLES, k=draw.choice([2, 3, 3, 4]))).capitalize()


def day(draw, first, last):
    return first + datetime.timedelta(days=draw.randrange((last - first).days + 1))


def typed_day(draw, value):
    """A date, or in three of a hundred cells a text that states one."""
    place = draw.random()
    if place > 0.03:
        return value
    return value.isoformat() if place > 0.015 else f"{value.isoformat()} 00:00:00"


def typed_amount(draw, value):
    """A number, or in two of a hundred cells a text that states one."""
    return f"{value:.2f}" if draw.random() < 0.02 else value


def form(number, rows):
    """The sheets of one form, as lists of rows under their headers."""
    draw = random.Random(f"form {number}")
    code = f"BM-{number:04}"
    country = COUNTRIES[number % len(COUNTRIES)]
    partners = [
        (f"{word(draw)} {word(draw)} & {word(draw)} <{index}> of {country}", draw.choice(TYPES),
         draw.choices(LEVELS, [4, 4, 1, 1])[0])
        for index in range(max(3, rows // 25))]
    agreements, signed = [], []
    for index in range(rows * 3 // 10):
        name, kind, level = draw.choice(partners)
        reference = f"{code}-{index + 1:05}"
        start = day(draw, datetime.date(2023, 1, 1), datetime.date(2025, 12, 1))
        currency = draw.choice(list(RATES) + ["USD"])
        agreement_form = draw.choices(FORMS, [6, 2, 1, 1])[0]
        has_money = agreement_form in ("FINANCIAL", "MIXED")
        end = day(draw, start, datetime.date(2026, 12, 31)) if draw.random() < 0.9 else None
        agreements.append([
            reference, "EXA", spelt(draw, name), None, kind, level, country, "no", draw.choice(["yes", "no"]),
            draw.choice(["yes", "no"]), None, "no", draw.choice(AGREEMENTS), agreement_form, draw.choice(ROLES),
            currency if has_money else None,
            typed_amount(draw, draw.randrange(100_000, 90_000_000) / 100) if has_money else None,
            start, typed_day(draw, start), end, draw.choice(STATUSES), "OPEN_CALL", "DONE_UNPP",
            "no", "yes", f"Purpose {index % 37} of {code}"])
        signed.append((reference, start, currency, has_money))
    transfers = []
    payable = [entry for entry in signed if entry[3]] or signed
    for index in range(rows * 3 // 10):
        reference, start, currency, _ = draw.choice(payable)
        if draw.random() < 0.005:
            reference = f"{code}-none"
        transfers.append([
            spelt(draw, reference), "EXA", typed_day(draw, day(draw, start, datetime.date(2025, 12, 31))), currency,
            typed_amount(draw, draw.randrange(10_000, 9_000_000) / 100), 1, None, None, None, f"P-{index + 1:06}"])
    engagement = []
    for index in range(rows - len(agreements) - len(transfers)):
        women, men = draw.randrange(40), draw.randrange(40)
        engagement.append([
            draw.choice(PHASES), draw.choice(GROUPS), draw.choices(ENGAGEMENT, [1, 2, 4, 3])[0],
            typed_day(draw, day(draw, datetime.date(2024, 6, 1), datetime.date(2025, 12, 31))),
            draw.choice(MECHANISMS), None, draw.choice(MEDIA), women, men, None, women + men, None, None, "no", None, None,
            "Not yet reached" if draw.random() < 0.2 else None, f"Minutes {index % 53}"])
    return code, [("Agreements", AGREEMENT_COLUMNS, agreements), ("Transfers", TRANSFER_COLUMNS, transfers),
                  ("Engagement", ENGAGEMENT_COLUMNS, engagement)] + [(*sheet, []) for sheet in EMPTY_SHEETS]


def write_form(path, code, sheets):
    path.parent.mkdir(parents=True)
    book = xlsxwriter.Workbook(path)
    book.set_properties({"created": datetime.datetime(2026, 1, 31)})
    date_format = book.add_format({"num_format": "yyyy-mm-dd"})
    head = book.add_worksheet("Programme")
    answers = {"Programme code": code, "Reporting year": 2025, "Version": 1, "Submitted on": datetime.date(2026, 2, 10),
               "Prepared by": "EXA", "No agreements": "no", "No transfers": "no", "No structures": "yes",
               "No engagement": "no", "No events": "yes", "No accountability": "yes"}
    for row, (label, answer) in enumerate(answers.items()):
        head.write_string(row, 0, label)
        write(head, row, 1, answer, date_format)
    for title, columns, rows in sheets:
        sheet = book.add_worksheet(title)
        sheet.write_row(0, 0, columns)
        for row, cells in enumerate(rows, start=1):
            for column, value in enumerate(cells):
                write(sheet, row, column, value, date_format)
    book.close()


def write(sheet, row, column, value, date_format):
    if isinstance(value, datetime.date):
        sheet.write_datetime(row, column, datetime.datetime(value.year, value.month, value.day), date_format)
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    elif value is not None:
        sheet.write_number(row, column, value)


def write_registers(folder, forms):
    """The registers the figures need; all others as headers only."""
    lines = {
        "programmes.csv": [
            [f"BM-{n:04}", "", f"Fictional programme {n}", "COUNTRY", COUNTRIES[n % len(COUNTRIES)], n % 5 + 1, "5;7",
             "2022-09-15", "2022-05-20", "2022-11-01", "2026-12-31", "2000000.00", "2", "B", "B", ";".join(PHASES)]
            for n in range(1, forms + 1)],
        "programme_punos.csv": [[f"BM-{n:04}", "EXA", "LEAD", "2022-11-01", ""] for n in range(1, forms + 1)],
        "exchange_rates.csv": [
            [currency, f"{year}-{month:02}-01", f"{rate / 10_000:.4f}"]
            for currency, rate in RATES.items() for year in range(2022, 2027) for month in range(1, 13)],
        "financials.csv": [[f"BM-{n:04}", 2025, "EXA", 6, "900000.00", "700000.00"] for n in range(1, forms + 1)],
        "due_dates.csv": [[2025, "2026-01-05", "2026-02-28", "2026-04-30"]],
    }
    folder.mkdir(parents=True)
    for register in sorted((REPOSITORY / "data" / "registers").glob("*.csv")):
        with open(register, encoding="utf-8", newline="") as source:
            header = next(csv.reader(source))
        with open(folder / register.name, "w", encoding="utf-8", newline="") as target:
            csv.writer(target, lineterminator="\n").writerows([header] + lines.get(register.name, []))


def main():
    size, folder = sys.argv[1], Path(sys.argv[2])
    forms, rows = SIZES[size]
    if folder.exists():
        shutil.rmtree(folder)
    write_registers(folder / "registers", forms)
    shutil.copytree(REPOSITORY / "data" / "code-lists", folder / "code-lists")
    for number in range(1, forms + 1):
        code, sheets = form(number, rows)
        write_form(folder / "reports" / "2025" / code / f"{code}.xlsx", code, sheets)


if __name__ == "__main__":
    main()
