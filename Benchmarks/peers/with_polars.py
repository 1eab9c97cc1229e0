#!/usr/bin/env python3
"""The ten figures with polars, fastexcel and XlsxWriter: with_polars.py DATA OUTPUT"""
import sys
from pathlib import Path

import fastexcel
import polars as pl
import xlsxwriter

FIRST, LAST = pl.date(2025, 1, 1), pl.date(2025, 12, 31)
DAYS = ["Signed on", "Start on", "End on", "Paid on", "Engaged on"]
NUMBERS = ["Amount", "Women", "Men", "Persons total"]
NAMES = {"Country": "country", "Stakeholder type": "stakeholder_type", "Agreement type": "agreement_type",
         "Level": "level", "Phase": "phase", "Engagement level": "engagement_level"}


def read(folder):
    forms = {"Agreements": [], "Transfers": [], "Engagement": []}
    for path in sorted((folder / "reports" / "2025").rglob("*.xlsx")):
        book = fastexcel.read_excel(path)
        head = book.load_sheet("Programme", header_row=None, dtypes="string").to_polars()
        code = head.filter(pl.col("__UNNAMED__0") == "Programme code")["__UNNAMED__1"][0]
        for sheet, frames in forms.items():
            frame = book.load_sheet(sheet, dtypes="string").to_polars()
            frames.append(frame.with_columns(pl.lit(code).alias("programme")))
    return [typed(pl.concat(frames)) for frames in forms.values()]


def typed(frame):
    return frame.with_columns(
        *[pl.col(name).str.slice(0, 10).str.to_date("%Y-%m-%d") for name in DAYS if name in frame.columns],
        *[pl.col(name).cast(pl.Float64) for name in NUMBERS if name in frame.columns])


def clean(name):
    return pl.col(name).str.replace_all(r"[\s\u00a0]+", " ").str.strip_chars()


def in_usd(frame, rates, on):
    """Amounts in US dollars, rounded to cents, at the rate of the month."""
    month = pl.col(on).dt.month_start()
    joined = frame.with_columns(month.alias("month")).join(
        rates, left_on=["Currency", "month"], right_on=["currency", "effective_from"], how="left", maintain_order="left")
    rate = pl.when(pl.col("Currency") == "USD").then(1.0).otherwise(pl.col("units_per_usd"))
    return joined.with_columns((pl.col("Amount") / rate).round(2).alias("usd")).drop("month", "units_per_usd")


def figure(code, frame, value, by):
    """The total of an indicator, and one row per category of each breakdown."""
    parts = [frame.select(value.alias("value")).select(
        pl.lit(code).alias("indicator"), pl.lit("").alias("dimension"), pl.lit("").alias("category"),
        pl.col("value").cast(pl.Float64))]
    for dimension in by:
        keys = dimension.split(" × ")
        parts.append(frame.group_by(keys).agg(value.alias("value")).select(
            pl.lit(code).alias("indicator"), pl.lit(dimension).alias("dimension"),
            pl.concat_str(keys, separator=" × ").alias("category"), pl.col("value").cast(pl.Float64))
            .sort("category"))
    return pl.concat(parts)


def main():
    data, output = Path(sys.argv[1]), Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    agreements, transfers, engagement = read(data)
    programmes = pl.read_csv(data / "registers" / "programmes.csv", infer_schema=False)
    rates = pl.read_csv(data / "registers" / "exchange_rates.csv", try_parse_dates=True)
    levels = pl.read_csv(data / "code-lists" / "levels.csv", infer_schema=False)

    agreements = agreements.with_columns(clean("Partner name"))
    agreements = agreements.with_columns(
        (pl.col("Partner name").str.to_lowercase() + "|" + pl.col("Country")).alias("partner"),
        clean("Agreement ref").str.to_lowercase().alias("ref_key"))
    agreements = agreements.join(programmes.select("programme_code", "thematic_area"), left_on="programme",
                                 right_on="programme_code", how="left", maintain_order="left")
    agreements = in_usd(agreements, rates, "Signed on").with_columns(
        ((pl.col("Start on") <= LAST) & (pl.col("End on").is_null() | (pl.col("End on") >= FIRST))).alias("in_year"),
        pl.col("Amount").is_not_null().alias("is_financial"))

    of = agreements.select("programme", "ref_key", "Partner name", "Stakeholder type", "Level", "Country")
    transfers = transfers.with_columns(clean("Agreement ref").str.to_lowercase().alias("ref_key")).join(
        of, on=["programme", "ref_key"], maintain_order="left")
    transfers = transfers.join(levels.select("code", (pl.col("is_local") == "yes")), left_on="Level", right_on="code",
                               how="left", maintain_order="left")
    transfers = in_usd(transfers, rates, "Paid on").with_columns(
        pl.col("Paid on").is_between(FIRST, LAST).alias("in_year"))
    engagement = engagement.with_columns(pl.col("Engaged on").is_between(FIRST, LAST).alias("in_year"))

    a, t, e = (f.rename({old: new for old, new in NAMES.items() if old in f.columns})
               for f in (agreements, transfers, engagement))
    year, paid, took_part = a.filter("in_year"), t.filter("in_year"), e.filter("in_year")
    usd, rows = pl.col("usd").sum(), pl.len()
    local = pl.when(pl.col("is_local")).then(pl.col("usd")).otherwise(0.0).sum()
    most = (pl.col("engagement_level") == "COLLABORATE").sum()
    figures = pl.concat([
        figure("B-01", year, rows, ["country", "stakeholder_type", "agreement_type", "country × thematic_area"]),
        figure("B-02", year, pl.col("partner").n_unique(), ["stakeholder_type", "country"]),
        figure("B-03", a.filter("is_financial"), usd, ["country", "stakeholder_type"]),
        figure("B-04", year, 100 * pl.col("is_financial").sum() / rows, ["country"]),
        figure("B-05", paid, usd, ["country", "stakeholder_type"]),
        figure("B-06", t, usd, ["level"]),
        figure("B-07", paid, 100 * local / usd, ["country"]),
        figure("B-08", took_part, rows, ["phase", "stakeholder_type", "phase × engagement_level"]),
        figure("B-09", took_part, pl.col("Persons total").sum(), ["stakeholder_type"]),
        figure("B-10", took_part, 100 * most / rows, ["phase"]),
    ])
    figures.write_csv(output / "indicators.csv")
    with xlsxwriter.Workbook(output / "benchmark.xlsx") as book:
        for title, frame in [("Figures", figures), ("Agreements", agreements), ("Transfers", transfers),
                             ("Engagement", engagement)]:
            frame.write_excel(book, title, autofit=False)


if __name__ == "__main__":
    main()
