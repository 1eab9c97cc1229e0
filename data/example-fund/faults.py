"""What goes wrong or looks odd in the forms, one line each, and what else lies among them."""
import datetime


class Raw:
    """A cell value to be written exactly so, whatever its field wants."""

    def __init__(self, value, number_format=None):
        self.value = value
        self.number_format = number_format


EX01 = "2025/EX-01/EX-01 form 2025 EXA.xlsx"
EX01B = "2025/EX-01/EXB own return 2025.xlsx"
EX02V1 = "2025/EX-02/Tarrow Road 2025.xlsx"
EX02V2 = "2025/EX-02/Tarrow Road 2025 corrected.xlsx"
EX03 = "2025/EX-03/EX-03 formulaire 2025.xlsx"
EX04 = "2025/EX-04"
EX05 = "2025/EX-05/Formulario EX-05 2025.xlsx"
EX07 = "2025/EX-07/Herders Rains Roads 2025.xlsx"
EX09 = "2025/EX-09/Wadi Hazel last form.xlsx"
EX10 = "2025/EX-10/Formulario Sierra Pinta 2025.xlsx"
EX10_AGAIN = "2025/EX-10/Formulario Sierra Pinta 2025_otra vez.xlsx"
EX10F = "2025/EX-10/EXF Sierra Pinta 2025.xlsx"
EX11 = "2025/EX-11/Halcyon Reef late form.xlsx"
EX12 = "2025/EX-12/Morichal Ghat first form.xlsx"
EX14V1 = "2025/EX-14/EX-14 rapport 2025.xlsx"
EX14V2 = "2025/EX-14/EX-14 rapport 2025 v2.xlsx"
EX14A = "2025/EX-14/EXA incomplet 2025.xlsx"

# Single cells: file, sheet, the line (its first cells' values), field, what stands there instead.
EDITS = [
    # Faults. Each line named here is refused, the rest of its form counts.
    (EX01B, "Agreements", ["EXB-16"], "currency", Raw("GMX")),
    (EX02V2, "Agreements", ["EXE-TJ-2"], "amount", Raw(None)),
    (EX03, "Transfers", ["EXD-3R-02", "EXD", "2025-09-02"], "amount", Raw("1.200,50")),
    (EX05, "Agreements", ["EXC-PE-05"], "start_on", Raw("a mediados de marzo")),
    (EX07, "Transfers", ["EXA-HR-01", "EXA", "2025-06-02"], "paid_on", Raw(45810)),
    (EX11, "Structures", ["Office of the reef"], "voting_seats", "2"),
    (EX11, "Engagement", ["MONITORING"], "women", "-11"),
    (EX11, "Engagement", ["IMPLEMENTATION", "MIGRANT", "CONSULT"], "persons_total", "50"),
    (EX12, "Agreements", ["EXC-BD-2"], "end_on", "2025-04-30"),
    (EX12, "Agreements", ["EXA-BD-2"], "currency", "USD"),
    (EX12, "Agreements", ["EXA-BD-2"], "amount", "500"),
    (EX12, "Transfers", ["EXC-BD-1", "EXC", "2025-10-14"], "sub_partner_type", Raw(None)),
    (EX12, "Engagement", ["IMPLEMENTATION", "MIGRANT", "CONSULT", "2025-05-28"], "compensation_currency", Raw(None)),
    (EX12, "Accountability", ["CFM"], "closed", "9"),
    (EX14V2, "Events", ["QW-P1"], "title", Raw(None)),
    (EX14V2, "Narrative", ["STRATEGIC_CONTRIBUTION"], "kind", Raw("Louange")),
    # Oddities. The line counts.
    (EX09, "Agreements", ["EXB-JO-2"], "level", "NATIONAL"),
    (EX10, "Agreements", ["EXD-HN-03"], "amount", "4500000"),
    (EX10_AGAIN, "Agreements", ["EXD-HN-03"], "amount", "45000"),
    (EX05, "Agreements", ["EXC-PE-06"], "signed_on",
     Raw(datetime.datetime(2025, 4, 2, 14, 30), "yyyy-mm-dd hh:mm")),
    (EX07, "Agreements", ["EXF-HR-01"], "stakeholder_type", "NGO_L"),
    # Other ways to say the same.
    (EX01, "Agreements", ["EXA-GM-101"], "stakeholder_type", Raw("  cbo ")),
    (EX01, "Agreements", ["EXA-GM-102"], "country", Raw("Gambia")),
    (EX01, "Agreements", ["EXA-GM-102"], "partner_name", "THREE BAOBABS CIRCLE"),
    (EX01, "Agreements", ["EXA-GM-104"], "signed_on", Raw("2025-02-04")),
    (EX01, "Agreements", ["EXA-GM-104"], "women_led", Raw(True)),
    (EX02V2, "Transfers", ["EXB-TJ-1", "EXB", "2025-10-15"], "amount", Raw("-18500.50")),
    # The first version of a form that was corrected later.
    (EX02V1, "Agreements", ["EXB-TJ-2"], "amount", "35800.75"),
]
DROPPED = [
    # Lines the first version did not have yet.
    (EX02V1, "Agreements", ["EXB-TJ-4"]), (EX02V1, "Agreements", ["EXE-TJ-2"]),
    (EX02V1, "Transfers", ["EXB-TJ-4"]), (EX02V1, "Transfers", ["EXE-TJ-2"]),
    # Nobody asked for ministries in 2023.
    ("2023/EX-01/EX-01 form 2023 EXA.xlsx", "Agreements", ["EXA-GM-103"]),
    # Reported in 2024 and gone since.
    (EX10, "Agreements", ["EXD-HN-05"]), (EX10, "Transfers", ["EXD-HN-05"]),
    (EX10, "Structures", ["Plataforma de ferias"]),
]
REPEATED = [(EX05, "Agreements", ["EXC-PE-02"])]  # the same line once more, at the end
EXTRA_COLUMN = {  # a column no form has, behind the last one
    ("2024/EX-06/Return to Ondavale.xlsx", "Agreements"): ("Checked by", "programme office"),
    (EX01, "Agreements"): ("Internal remark", "to be discussed"),
}
BLANK_LINE_AFTER = {(EX03, "Agreements"): 4, (EX03, "Transfers"): 7}  # lines of data before the gap

STRAY = {
    "2025/notes from the secretariat.txt": (
        b"Fictional note kept beside the forms.\nEX-06: reminder sent, nothing received.\n"),
    "2025/EX-07/~$Herders Rains Roads 2025.xlsx": b"\x0dExample clerk" + b" " * 41 + b"\x00" * 110,
    "2025/EX-02/EX-02 annexes.xlsx": (
        b"<!DOCTYPE html>\n<html><head><title>Sign in (fictional)</title></head>\n"
        b"<body><p>You have been signed out. Please sign in again to download this file.</p></body></html>\n"),
}

ANSWERS = {  # on the first sheet: file, field and what stands there instead
    EX10F: {"no_transfers": "y"},  # beside payments
    EX11: {"no_events": "y", "diversity": Raw("partly")},  # beside events; no answer to that question
    EX14V1: {"reporting_year": "2024"},  # in the folder of 2025
}
MISSING_SHEETS = {(EX14A, "Events")}
COPIES = {"2025/EX-09/copy of Wadi Hazel last form.xlsx": EX09}  # the same bytes under another name


def plant(tables, fields, path):
    """Changes the tables of the form with that path."""
    matches = lambda sheet, line, start: [line.get(field, "") for field in fields[sheet][:len(start)]] == start
    for where, sheet, start in DROPPED:
        if where == path:
            tables[sheet] = [line for line in tables[sheet] if not matches(sheet, line, start)]
    for where, sheet, start in REPEATED:
        if where == path:
            tables[sheet] += [dict(line) for line in tables[sheet] if matches(sheet, line, start)]
    for where, sheet, start, field, value in EDITS:
        if where == path:
            line, = [line for line in tables[sheet] if matches(sheet, line, start)]
            line[field] = value
