"""The registers: those told line by line, those of the programmes put together, and those worked out."""
import hashlib
from decimal import Decimal

from tables import FOLDER, PROGRAMMES, blocks, rows

COLUMNS = {
    "programme_punos": "programme_code puno role from_on to_on",
    "endorsements": "programme_code country authority endorsed_on",
    "partners": "partner_id name acronym aliases country stakeholder_type level publish_name",
    "assessments": "programme_code item answer assessed_on",
}
OTHER_CATEGORIES = [(1, "0.46"), (2, "0.06"), (3, "0.04"), (4, "0.22"), (5, "0.12"), (7, "0.10")]
TOLD = blocks(FOLDER / "registers.txt")
RATE_GAP = {("GNF", f"2025-{month:02}-01") for month in (2, 3, 4)}  # nobody entered these
LATE_CURRENCY = [("ETB", f"2025-{month:02}-01", str(Decimal("132.50") + month)) for month in range(7, 13)]


def of_programmes(table, part):
    """What the programmes say each for itself, as one register."""
    header = COLUMNS[table].split()
    lines = []
    for programme in PROGRAMMES:
        for row in programme.rows(part):
            row["programme_code"] = programme.code
            lines.append([row.get(column, "") for column in header])
    return header, lines


def programmes():
    header = ["programme_code", *PROGRAMMES[0].about]
    return header, [[programme.code, *(programme.about[column] for column in header[1:])] for programme in PROGRAMMES]


def cents(amount):
    return amount.quantize(Decimal("0.01"))


def financials():
    """`spent` has the budget, what went to partners (category 6) and everything else; fees are 7 % on top."""
    lines = []
    for programme in PROGRAMMES:
        for spent in programme.rows("spent"):
            other, transfers = Decimal(spent["other"]), Decimal(spent["transfers"])
            costs = {category: cents(other * Decimal(share)) for category, share in OTHER_CATEGORIES}
            costs[6] = cents(transfers)
            costs[8] = cents((other + transfers) * Decimal("0.07"))
            total = sum(costs.values())
            for category in sorted(costs):
                budget = cents(Decimal(spent["budget"]) * (costs[category] / total))
                lines.append([programme.code, spent["year"], spent["puno"], category, budget, costs[category]])
    return ["programme_code", "year", "puno", "category", "budget_usd", "expenditure_usd"], lines


def exchange_rates():
    """`rates` has invented units per US dollar in January 2022 and December 2025; one rate on the first of a month."""
    wobble = [Decimal(step) / 1000 for step in (0, 3, -2, 4, -3, 1)]
    lines = []
    for line in rows(TOLD["rates"]):
        first, last = Decimal(line["first"]), Decimal(line["last"])
        for month in range(48):
            day = f"{2022 + month // 12}-{month % 12 + 1:02}-01"
            rate = first + (last - first) * month / 47 + first * wobble[month % 6]
            if (line["currency"], day) not in RATE_GAP:
                lines.append([line["currency"], day, rate.quantize(Decimal(1).scaleb(-int(line["decimals"])))])
    return ["currency", "effective_from", "units_per_usd"], lines + LATE_CURRENCY


def registrations():
    """Made-up registrations: nobody stands behind any of them."""
    types = ["NGO_N", "MLO", "UNION", "ACADEMIA", "DIASPORA", "CBO", "PRIVATE", "NHRI", "GOV", "CHILD_YOUTH", "UNKNOWN"]
    places = ["GMB", "TJK", "SEN", "PHL", "PER", "MKD", "KEN", "MDG", "GIN"]
    ages = ["25_59", "25_59", "18_24", "60_PLUS", "25_59", "UNKNOWN"]
    flag = ["no", "yes", "no", "unknown", "no"]
    lines = []
    events = [("FE-2023-1", 18), ("FE-2024-1", 36), ("FE-2024-2", 24), ("FE-2025-1", 40), ("FE-2025-2", 28),
              ("FE-2025-3", 16)]
    for event, people in events:
        for n in range(people):
            person = "x" + hashlib.sha256(f"nobody {event} {n}".encode()).hexdigest()[:15]
            kind = types[n % len(types)]
            about = [kind, places[n % len(places)], "FMFMFMOFMU"[n % 10], ages[n % len(ages)],
                     "yes" if kind == "MLO" else flag[n % 5], ["no", "yes", "unknown"][n % 3]]
            roles = ["RAPPORTEUR" if n == 0 else "OBSERVER" if n % 9 == 8 else "PARTICIPANT"]
            roles += ["SPEAKER"] if n % 7 == 3 else ["FLOOR"] if n % 8 == 5 else []
            for role in roles:
                tests = [["yes", "yes", "yes" if n % 3 else "no"], ["", "", ""]][role != "FLOOR"]
                lines.append([event, person, "STATISTICS" if n % 4 else "PUBLIC", *about, role, *tests,
                              "no" if n % 11 == 10 else "yes"])
    # The same people once more, otherwise typed and less well known.
    again = [line for line in lines if line[0] == "FE-2025-1" and line[9] == "PARTICIPANT"][:3]
    for event, person, consent, _, country, *_ in again:
        lines.append([event, person.upper(), consent, "UNKNOWN", country, "U", "UNKNOWN", "unknown", "unknown",
                      "PARTICIPANT", "", "", "", "yes"])
    return ["event", "person", "consent_scope", "stakeholder_type", "country", "sex", "age_group", "migrant_led",
            "ecosoc", "role", "eligible_entity", "authorised", "has_expertise", "attended"], lines


def registers():
    """Name, header and lines of every register but the corrections, which need the forms first."""
    yield "programmes", *programmes()
    yield "programme_punos", *of_programmes("programme_punos", "punos")
    for name in ("endorsements", "partners", "assessments"):
        yield name, *of_programmes(name, name)
    for name, lines in TOLD.items():
        if name not in ("rates", "corrections"):
            header = lines[0].split("|")
            yield name, header, [[row[column] for column in header] for row in rows(lines)]
    yield "financials", *financials()
    yield "exchange_rates", *exchange_rates()
    yield "registrations", *registrations()


def corrections(digests):
    """The corrections of the office name a file by its digest."""
    header = "file_sha256 sheet row field found corrected reason decided_by decided_on".split()
    lines = []
    for row in rows(TOLD["corrections"]):
        lines.append([digests[row["file"]], *(row[column] for column in header[1:])])
    return "corrections", header, lines
