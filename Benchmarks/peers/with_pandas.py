#!/usr/bin/env python3
"""The ten figures with pandas: with_pandas.py openpyxl|calamine DATA OUTPUT

`openpyxl` reads and writes with openpyxl; `calamine` reads with python-calamine and writes with XlsxWriter.
"""
import sys
from pathlib import Path

import pandas as pd

FIRST, LAST = pd.Timestamp("2025-01-01"), pd.Timestamp("2025-12-31")
SHEETS = ["Programme", "Agreements", "Transfers", "Engagement"]


def read(folder, engine):
    forms = {sheet: [] for sheet in SHEETS[1:]}
    for path in sorted((folder / "reports" / "2025").rglob("*.xlsx")):
        book = pd.read_excel(path, sheet_name=SHEETS, engine=engine, header=None, dtype=object)
        head = dict(zip(book["Programme"][0], book["Programme"][1]))
        for sheet in SHEETS[1:]:
            frame = book[sheet]
            frame.columns = frame.iloc[0]
            frame = frame.iloc[1:]
            forms[sheet].append(frame.assign(programme=head["Programme code"]))
    return [pd.concat(forms[sheet], ignore_index=True) for sheet in SHEETS[1:]]


def clean(texts):
    return texts.str.replace("\u00a0", " ").str.split().str.join(" ")


def day(values):
    return pd.to_datetime(values.astype("string").str.slice(0, 10), format="%Y-%m-%d")


def in_usd(frame, rates, on, places=2):
    """Amounts in US dollars, rounded half-even to cents, at the rate of the month."""
    month = frame[on].dt.to_period("M").dt.to_timestamp()
    keys = pd.MultiIndex.from_arrays([frame["Currency"], month])
    rate = pd.Series(rates.reindex(keys).to_numpy(), index=frame.index)
    rate = rate.where(frame["Currency"] != "USD", 1.0)
    return (frame["Amount"] / rate).round(places)


def figure(rows, code, values, frame, by, out_of=None):
    """The total of an indicator, and one row per category of each breakdown; `values` aggregates a frame."""
    for keys in [()] + [tuple(key.split(" × ")) for key in by]:
        if keys:
            parts = values(frame.groupby(list(keys), observed=True))
            whole = out_of(frame.groupby(list(keys), observed=True)) if out_of else None
        else:
            everything = frame.groupby(lambda _: "")
            parts, whole = values(everything), out_of(everything) if out_of else None
        if out_of:
            parts = 100 * parts / whole
        for category, value in parts.items():
            name = " × ".join(category) if isinstance(category, tuple) else category
            rows.append((code, " × ".join(keys), name, value))


def main():
    backend, data, output = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    output.mkdir(parents=True, exist_ok=True)
    agreements, transfers, engagement = read(data, backend)
    programmes = pd.read_csv(data / "registers" / "programmes.csv", dtype=str).set_index("programme_code")
    rates = pd.read_csv(data / "registers" / "exchange_rates.csv", parse_dates=["effective_from"])
    rates = rates.set_index(["currency", "effective_from"])["units_per_usd"]
    levels = pd.read_csv(data / "code-lists" / "levels.csv", dtype=str).set_index("code")["is_local"] == "yes"

    agreements["Amount"] = pd.to_numeric(agreements["Amount"])
    for column in ["Signed on", "Start on", "End on"]:
        agreements[column] = day(agreements[column])
    agreements["Partner name"] = clean(agreements["Partner name"])
    agreements["partner"] = agreements["Partner name"].str.casefold() + "|" + agreements["Country"]
    agreements["reference"] = clean(agreements["Agreement ref"]).str.casefold()
    agreements["thematic_area"] = agreements["programme"].map(programmes["thematic_area"])
    agreements["usd"] = in_usd(agreements, rates, "Signed on")
    agreements["in_year"] = (agreements["Start on"] <= LAST) & ~(agreements["End on"] < FIRST)
    agreements["is_financial"] = agreements["Amount"].notna()

    transfers["Amount"] = pd.to_numeric(transfers["Amount"])
    transfers["Paid on"] = day(transfers["Paid on"])
    transfers["reference"] = clean(transfers["Agreement ref"]).str.casefold()
    of = agreements[["programme", "reference", "Partner name", "Stakeholder type", "Level", "Country"]]
    transfers = transfers.merge(of, on=["programme", "reference"])
    transfers["usd"] = in_usd(transfers, rates, "Paid on")
    transfers["in_year"] = transfers["Paid on"].between(FIRST, LAST)
    transfers["is_local"] = transfers["Level"].map(levels)

    engagement["Engaged on"] = day(engagement["Engaged on"])
    for column in ["Women", "Men", "Persons total"]:
        engagement[column] = pd.to_numeric(engagement[column])
    engagement["in_year"] = engagement["Engaged on"].between(FIRST, LAST)

    names = {"Country": "country", "Stakeholder type": "stakeholder_type", "Agreement type": "agreement_type",
             "Level": "level", "Phase": "phase", "Engagement level": "engagement_level"}
    a, t, e = (frame.rename(columns=names) for frame in (agreements, transfers, engagement))
    year, paid, took_part = a[a["in_year"]], t[t["in_year"]], e[e["in_year"]]
    rows = []
    figure(rows, "B-01", lambda g: g.size(), year,
           ["country", "stakeholder_type", "agreement_type", "country × thematic_area"])
    figure(rows, "B-02", lambda g: g["partner"].nunique(), year, ["stakeholder_type", "country"])
    figure(rows, "B-03", lambda g: g["usd"].sum(), a[a["is_financial"]], ["country", "stakeholder_type"])
    figure(rows, "B-04", lambda g: g["is_financial"].sum(), year, ["country"], out_of=lambda g: g.size())
    figure(rows, "B-05", lambda g: g["usd"].sum(), paid, ["country", "stakeholder_type"])
    figure(rows, "B-06", lambda g: g["usd"].sum(), t, ["level"])
    local = paid.assign(local_usd=paid["usd"].where(paid["is_local"], 0))
    figure(rows, "B-07", lambda g: g["local_usd"].sum(), local, ["country"], out_of=lambda g: g["usd"].sum())
    figure(rows, "B-08", lambda g: g.size(), took_part, ["phase", "stakeholder_type", "phase × engagement_level"])
    figure(rows, "B-09", lambda g: g["Persons total"].sum(), took_part, ["stakeholder_type"])
    most = took_part.assign(most=took_part["engagement_level"] == "COLLABORATE")
    figure(rows, "B-10", lambda g: g["most"].sum(), most, ["phase"], out_of=lambda g: g.size())

    figures = pd.DataFrame(rows, columns=["indicator", "dimension", "category", "value"])
    figures.to_csv(output / "indicators.csv", index=False)
    engine = "openpyxl" if backend == "openpyxl" else "xlsxwriter"
    with pd.ExcelWriter(output / "benchmark.xlsx", engine=engine, date_format="yyyy-mm-dd",
                        datetime_format="yyyy-mm-dd") as book:
        figures.to_excel(book, sheet_name="Figures", index=False)
        for title, frame in [("Agreements", agreements), ("Transfers", transfers), ("Engagement", engagement)]:
            frame.to_excel(book, sheet_name=title, index=False)


if __name__ == "__main__":
    main()
