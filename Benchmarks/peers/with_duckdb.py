#!/usr/bin/env python3
"""The ten figures with DuckDB, fastexcel and XlsxWriter: with_duckdb.py DATA OUTPUT"""
import csv
import sys
from pathlib import Path

import duckdb
import fastexcel
import pyarrow as pa
import xlsxwriter

MODELS = r"""
CREATE TABLE agreement AS
SELECT a.* REPLACE (CAST(a."Amount" AS DOUBLE) AS "Amount"), a."Country" AS country, a."Stakeholder type" AS stakeholder_type, a."Agreement type" AS agreement_type,
  p.thematic_area,
  lower(trim(regexp_replace(a."Partner name", '[\s\x{00a0}]+', ' ', 'g'))) || '|' || a."Country" AS partner,
  lower(trim(a."Agreement ref")) AS reference,
  round(CAST(a."Amount" AS DOUBLE) / CASE a."Currency" WHEN 'USD' THEN 1 ELSE r.units_per_usd END, 2) AS usd,
  a."Start on"[:10] <= '2025-12-31' AND (a."End on" IS NULL OR a."End on"[:10] >= '2025-01-01') AS in_year,
  a."Amount" IS NOT NULL AS is_financial
FROM sheet_agreements a
JOIN programmes p ON p.programme_code = a.programme
LEFT JOIN rates r ON r.currency = a."Currency" AND r.effective_from = a."Signed on"[:8] || '01';
CREATE TABLE transfer AS
SELECT t.* REPLACE (CAST(t."Amount" AS DOUBLE) AS "Amount"), a."Partner name" AS partner_name, a.country, a.stakeholder_type, a."Level" AS level, l.is_local = 'yes' AS is_local,
  round(CAST(t."Amount" AS DOUBLE) / CASE t."Currency" WHEN 'USD' THEN 1 ELSE r.units_per_usd END, 2) AS usd,
  t."Paid on"[:10] BETWEEN '2025-01-01' AND '2025-12-31' AS in_year
FROM sheet_transfers t
JOIN agreement a ON a.programme = t.programme
  AND a.reference = lower(trim(regexp_replace(t."Agreement ref", '[\s\x{00a0}]+', ' ', 'g')))
JOIN levels l ON l.code = a."Level"
LEFT JOIN rates r ON r.currency = t."Currency" AND r.effective_from = t."Paid on"[:8] || '01';
CREATE TABLE engagement AS
SELECT * REPLACE (CAST("Women" AS INTEGER) AS "Women", CAST("Men" AS INTEGER) AS "Men",
  CAST("Persons total" AS INTEGER) AS "Persons total"), "Phase" AS phase, "Stakeholder type" AS stakeholder_type, "Engagement level" AS engagement_level,
  CAST("Persons total" AS INTEGER) AS persons,
  "Engaged on"[:10] BETWEEN '2025-01-01' AND '2025-12-31' AS in_year
FROM sheet_engagement;
"""
SHARE = "100.0 * sum(CASE WHEN {0} THEN {1} ELSE 0 END) / sum({1})"
FIGURES = [
    ("B-01", "agreement", "in_year", "count(*)",
     ["country", "stakeholder_type", "agreement_type", "country × thematic_area"]),
    ("B-02", "agreement", "in_year", "count(DISTINCT partner)", ["stakeholder_type", "country"]),
    ("B-03", "agreement", "is_financial", "sum(usd)", ["country", "stakeholder_type"]),
    ("B-04", "agreement", "in_year", SHARE.format("is_financial", "1"), ["country"]),
    ("B-05", "transfer", "in_year", "sum(usd)", ["country", "stakeholder_type"]),
    ("B-06", "transfer", "true", "sum(usd)", ["level"]),
    ("B-07", "transfer", "in_year", SHARE.format("is_local", "usd"), ["country"]),
    ("B-08", "engagement", "in_year", "count(*)", ["phase", "stakeholder_type", "phase × engagement_level"]),
    ("B-09", "engagement", "in_year", "sum(persons)", ["stakeholder_type"]),
    ("B-10", "engagement", "in_year", SHARE.format("engagement_level = 'COLLABORATE'", "1"), ["phase"]),
]


def read(folder):
    forms = {"Agreements": [], "Transfers": [], "Engagement": []}
    for path in sorted((folder / "reports" / "2025").rglob("*.xlsx")):
        book = fastexcel.read_excel(path)
        head = book.load_sheet("Programme", header_row=None, dtypes="string").to_arrow()
        code = dict(zip(head.column(0).to_pylist(), head.column(1).to_pylist()))["Programme code"]
        for sheet, tables in forms.items():
            table = pa.table(book.load_sheet(sheet, dtypes="string").to_arrow())
            tables.append(table.append_column("programme", pa.array([code] * table.num_rows)))
    return [pa.concat_tables(tables, promote_options="permissive") for tables in forms.values()]


def figures(db):
    for code, model, where, value, by in FIGURES:
        yield code, "", "", db.execute(f"SELECT {value} FROM {model} WHERE {where}").fetchone()[0]
        for dimension in by:
            keys = dimension.split(" × ")
            category = " || ' × ' || ".join(keys)
            rows = db.execute(f"SELECT {category}, {value} FROM {model} WHERE {where} GROUP BY ALL ORDER BY 1").fetchall()
            for name, number in rows:
                yield code, dimension, name, number


def main():
    data, output = Path(sys.argv[1]), Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    sheet_agreements, sheet_transfers, sheet_engagement = read(data)
    db = duckdb.connect()
    for name, table in [("sheet_agreements", sheet_agreements), ("sheet_transfers", sheet_transfers),
                        ("sheet_engagement", sheet_engagement)]:
        db.register(name, table)
    registers = [("programmes", "registers/programmes.csv"), ("levels", "code-lists/levels.csv")]
    for name, file in registers:
        db.execute(f"CREATE TABLE {name} AS FROM read_csv('{data / file}', header = true, all_varchar = true)")
    db.execute(f"""CREATE TABLE rates AS SELECT currency, effective_from, CAST(units_per_usd AS DOUBLE) AS units_per_usd
        FROM read_csv('{data / "registers/exchange_rates.csv"}', header = true, all_varchar = true)""")
    db.execute(MODELS)
    results = list(figures(db))
    with open(output / "indicators.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("indicator", "dimension", "category", "value"), *results])
    with xlsxwriter.Workbook(output / "benchmark.xlsx", {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Figures")
        for row, line in enumerate(results):
            sheet.write_row(row, 0, line)
        for model in ["agreement", "transfer", "engagement"]:
            sheet = book.add_worksheet(model)
            rows = db.execute(f"FROM {model}")
            sheet.write_row(0, 0, [column[0] for column in rows.description])
            place = 1
            while lines := rows.fetchmany(10_000):
                for line in lines:
                    sheet.write_row(place, 0, line)
                    place += 1


if __name__ == "__main__":
    main()
