"""What one form says: the lines of its tables, its answers, and the value of each cell."""
import copy
import csv
import datetime
from decimal import Decimal

import faults
from tables import DATA, FOLDER, blocks, said_in

LANGUAGES = ("en", "fr", "es")
ANSWERS = {
    "en": {"y": "yes", "n": "no", "u": "unknown"},
    "fr": {"y": "oui", "n": "non", "u": "inconnu"},
    "es": {"y": "sí", "n": "no", "u": "desconocido"},
}
# Fields answered from a code list; + marks a list inside the cell.
CODED = dict(pair.split("=") for pair in """
stakeholder_type=stakeholder_types level=levels country=countries agreement_type=agreement_types form=agreement_forms
roles=+partner_roles status=agreement_statuses selection=selection_modes due_diligence=due_diligence
sub_partner_type=stakeholder_types sub_partner_level=levels body_kind=body_kinds body_function=body_functions
phase=phases engagement_level=engagement_levels mechanisms=+mechanisms modes=+modes medium=media
event_kind=event_kinds audience=audiences awareness_kind=awareness_kinds capacity_kind=capacity_kinds
item=accountability_items stakeholder_role=stakeholder_roles stakeholder_types=+stakeholder_types
kind=narrative_kinds benefit=benefits
""".split())
YES_NO = set("""
no_agreements no_transfers no_structures no_engagement no_events no_accountability transparency inclusivity diversity
meaningful_participation civic_space_activity ingo_affiliate migrant_led women_led youth_led grassroots
capacity_building publish_name compensated in_place reference_group inception_feedback final_feedback
principles_assessed may_be_quoted
""".split())
DATES = set("""
submitted_on signed_on start_on end_on paid_on valid_from valid_to engaged_on started_on ended_on held_on
""".split())
NUMBERS = set("""
reporting_year version amount tier seats voting_seats women_seats meetings_held women men other_or_undisclosed
persons_total under_18 youth_18_24 compensation_amount organisations speakers received closed
""".split())
FLAGS = ["ingo_affiliate", "migrant_led", "women_led", "youth_led", "grassroots"]
SELF_ASSESSMENT = ["transparency", "inclusivity", "diversity", "meaningful_participation", "civic_space_activity"]
# A line stands in the forms from the year of the first of these days that it has, else from its `since`.
KNOWN_FROM = {
    "Agreements": ["signed_on", "start_on"], "Transfers": ["paid_on"], "Structures": ["valid_from"],
    "Engagement": ["engaged_on"], "Events": ["started_on"], "Accountability": ["held_on"], "Narrative": [],
}
NIL_ANSWER = {sheet: f"no_{sheet.lower()}" for sheet in KNOWN_FROM if sheet != "Narrative"}


class Sheet:
    """A sheet of the form. `labels.txt` has it as `# sheet|French|Spanish`, then a line per field (* = required);
    the English label is the machine name in words."""

    def __init__(self, heading, lines):
        self.name, french, spanish = heading.split("|")
        self.titles = {"en": self.name, "fr": french, "es": spanish}
        self.fields, self.required, self.labels = [], set(), {language: {} for language in LANGUAGES}
        for line in lines:
            field, french, spanish = line.split("|")
            name = field.rstrip("*")
            english = name.replace("_", " ")
            self.fields.append(name)
            if field.endswith("*"):
                self.required.add(name)
            for language, label in zip(LANGUAGES, (english[0].upper() + english[1:], french, spanish)):
                self.labels[language][name] = label

    def header(self, field, language):
        return self.labels[language][field] + (" *" if field in self.required else "")


    def in_2023(self):
        """The sheet as `former.txt` has it; as it is today where nothing is said there."""
        if self.name not in FORMER:
            return self
        former = copy.copy(self)
        former.titles, headings = FORMER[self.name]
        former.fields, former.labels = list(headings), {"en": headings}
        return former


SHEETS = [Sheet(heading, lines) for heading, lines in blocks(FOLDER / "labels.txt").items()]
FORMER = {}  # of each sheet with another layout then: its names, and the headings of its fields
for heading, lines in blocks(FOLDER / "former.txt").items():
    name, title = heading.split("|")
    FORMER[name] = {"en": title}, dict(line.split("|") for line in lines)


def sheets_of(form):
    return [sheet.in_2023() for sheet in SHEETS] if "former" in form["how"] else SHEETS


def labels_of(code_list):
    with open(DATA / "code-lists" / f"{code_list}.csv", encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


CODES = {name: labels_of(name) for name in {value.lstrip("+") for value in CODED.values()}}


def known_by(sheet, fact, year):
    days = [fact[field] for field in KNOWN_FROM[sheet] if fact.get(field)]
    return int((days + [fact.get("since", "")])[0][:4] or 0) <= year


def line_of(sheet, fact, year):
    """One fact as a form of that year tells it, or nothing where no such form knows it."""
    line = {field: said_in(year, value) for field, value in fact.items()}
    if not known_by(sheet, line, year):
        return None
    if sheet == "Agreements":
        over = line["end_on"] and line["end_on"] <= f"{year}-12-31"
        line["status"] = line.get("status") or ("COMPLETED" if over else "ACTIVE")
        line.update(zip(FLAGS, line["flags"].replace("-", " ")))
    return {field: value.strip() for field, value in line.items()}


def content(form, path):
    """The lines of every table of one form, still in codes."""
    tables = {}
    for sheet in KNOWN_FROM:
        facts = [line_of(sheet, fact, form["year"]) for fact in form["programme"].rows(sheet)]
        told = [line for line in facts if line and line.get("by", form["by"]) == form["by"]]
        tables[sheet] = [] if "nil" in form["how"] else told
    faults.plant(tables, {sheet.name: sheet.fields for sheet in SHEETS}, path)
    return tables


def head(form, tables, path):
    """The answers on the `Programme` sheet."""
    nil = "nil" in form["how"]
    programme = form["programme"]
    answers = {"programme_code": form.get("code") or programme.code, "reporting_year": str(form["year"]),
               "version": form["version"], "submitted_on": form["submitted_on"], "prepared_by": form["by"],
               "form_version": "0" if "former" in form["how"] else "1"}
    for sheet, field in NIL_ANSWER.items():
        expected = form["by"] == programme.lead(form["year"]) or sheet in ("Agreements", "Transfers")
        answers[field] = "y" if nil or (expected and not tables[sheet]) else ("n" if tables[sheet] else "")
    answers.update(zip(SELF_ASSESSMENT, form["answers"].replace("-", " ")))
    answers.update(faults.ANSWERS.get(path, {}))
    return answers


def cell(field, text, form):
    """One answer as a workbook holds it: number, date, label or code, and its number format."""
    if isinstance(text, faults.Raw):
        return text.value, text.number_format
    if text.strip() == "":
        return None, None
    language, how = form["language"], form["how"]
    if field in YES_NO:
        return ANSWERS[language][text], None
    if field in DATES:
        if field == "engaged_on" and len(text) < 10:
            return (int(text) if len(text) == 4 else text), None
        if "text-dates" in how:
            return text, None
        return datetime.date.fromisoformat(text), "yyyy-mm-dd"
    if field in NUMBERS:
        number = Decimal(text)
        return (int(number) if number == number.to_integral_value() else float(number)), None
    if field in CODED and "labels" in how:
        listed, many = CODES[CODED[field].lstrip("+")], CODED[field].startswith("+")
        label = lambda code: listed[code][f"label_{language}"]
        return ("; ".join(map(label, text.split(";"))) if many else label(text)), None
    return text, None


def plain_cell(field, text, form):
    """The same answer in a CSV file."""
    if isinstance(text, faults.Raw):
        return "" if text.value is None else str(text.value)
    if field in YES_NO:
        return ANSWERS["en"].get(text, "")
    return text.replace(".", ",") if "decimal-comma" in form["how"] and field in NUMBERS else text
