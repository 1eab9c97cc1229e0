/* The least this work can cost: the same forms read, loaded, counted and written by hand in C.
 *
 * It takes for granted what the product may not: that files are sound, sheets and columns stand where the
 * generator puts them, and nothing is refused, traced or explained.
 *
 *   cc -O2 floor.c -o floor -lzip -lsqlite3 -lxlsxwriter        floor DATA OUTPUT
 */
#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <xlsxwriter.h>
#include <zip.h>

#define COLUMNS 27
enum { TEXT = 't', NAME = 'n', DAY = 'd', NUMBER = '#', LEFT_OUT = '-' };

typedef struct {
  const char *table, *part;
  /* One letter per column: what it holds. */
  const char *kinds;
} Sheet;

static const Sheet sheets[] = {
    {"agreement_read", "xl/worksheets/sheet2.xml", "ttnttttttttttttt#dddtttttt"},
    {"transfer_read", "xl/worksheets/sheet3.xml", "ntdt##tttt"},
    {"engagement_read", "xl/worksheets/sheet4.xml", "tttdttt######tt#tt"},
};

typedef struct {
  char *text;
  int length;
} Text;

static sqlite3 *db;

static void fail(const char *what) {
  fprintf(stderr, "floor: %s: %s\n", what, db ? sqlite3_errmsg(db) : "");
  exit(1);
}

static void run(const char *sql) {
  if (sqlite3_exec(db, sql, 0, 0, 0) != SQLITE_OK) fail(sql);
}

static char *inflated(zip_t *archive, const char *name, size_t *length) {
  zip_stat_t about;
  if (zip_stat(archive, name, 0, &about)) fail(name);
  char *bytes = malloc(about.size + 1);
  zip_file_t *file = zip_fopen(archive, name, 0);
  if (!file || zip_fread(file, bytes, about.size) != (zip_int64_t)about.size) fail(name);
  zip_fclose(file);
  bytes[about.size] = 0;
  *length = about.size;
  return bytes;
}

/* Undoes the five entities in place. */
static int unescaped(char *text, int length) {
  int to = 0;
  for (int from = 0; from < length; to++) {
    static const struct { const char *name; int length; char means; } entities[] = {
        {"&amp;", 5, '&'}, {"&lt;", 4, '<'}, {"&gt;", 4, '>'}, {"&quot;", 6, '"'}, {"&apos;", 6, '\''}};
    text[to] = text[from];
    int step = 1;
    if (text[from] == '&')
      for (int i = 0; i < 5; i++)
        if (!strncmp(text + from, entities[i].name, entities[i].length)) {
          text[to] = entities[i].means;
          step = entities[i].length;
        }
    from += step;
  }
  return to;
}

/* One space for any white space, none at the ends; no-break spaces are white space. */
static int collapsed(const char *text, int length, char *to) {
  int count = 0, pending = 0;
  for (int i = 0; i < length; i++) {
    int space = text[i] == ' ' || text[i] == '\t' || text[i] == '\n';
    if ((unsigned char)text[i] == 0xC2 && (unsigned char)text[i + 1] == 0xA0) space = 1, i++;
    if (space) {
      pending = count > 0;
      continue;
    }
    if (pending) to[count++] = ' ';
    pending = 0;
    to[count++] = text[i];
  }
  return count;
}

static Text *shared(char *xml, int *count) {
  int room = 1024;
  Text *texts = malloc(room * sizeof *texts);
  *count = 0;
  for (char *at = xml; (at = strstr(at, "<t")); ) {
    at = strchr(at, '>') + 1;
    char *end = strstr(at, "</t>");
    if (*count == room) texts = realloc(texts, (room *= 2) * sizeof *texts);
    texts[(*count)++] = (Text){at, unescaped(at, end - at)};
    at = end + 4;
  }
  return texts;
}

static void day(int serial, char *to) {
  int shifted = serial - 25569 + 719468, era = shifted / 146097, of_era = shifted - era * 146097;
  int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
  int date = of_year - (153 * month + 2) / 5 + 1;
  month = month < 10 ? month + 3 : month - 9;
  snprintf(to, 32, "%04d-%02d-%02d", year + era * 400 + (month <= 2), month, date);
}

static void bind(sqlite3_stmt *insert, int column, char kind, int is_text, char *value, int length, Text *texts) {
  char buffer[512];
  if (is_text) {
    Text text = texts[atoi(value)];
    value = text.text, length = text.length;
  }
  switch (kind) {
  case NAME:
    length = collapsed(value, length, buffer);
    sqlite3_bind_text(insert, column, buffer, length, SQLITE_TRANSIENT);
    return;
  case DAY:
    if (!is_text) {
      day(atoi(value), buffer);
      value = buffer;
    }
    sqlite3_bind_text(insert, column, value, 10, SQLITE_TRANSIENT);
    return;
  case NUMBER: sqlite3_bind_double(insert, column, strtod(value, 0)); return;
  default: sqlite3_bind_text(insert, column, value, length, SQLITE_STATIC);
  }
}

static void load(zip_t *archive, const Sheet *sheet, sqlite3_stmt *insert, const char *code, Text *texts) {
  size_t size;
  char *xml = inflated(archive, sheet->part, &size);
  int columns = strlen(sheet->kinds), row = 0;
  for (char *at = strstr(xml, "<row "); at; at = strstr(at, "<row ")) {
    char *end = strstr(at, "</row>");
    if (!end) break;
    *end = 0;
    if (row++ > 0) {
      sqlite3_reset(insert);
      sqlite3_clear_bindings(insert);
      sqlite3_bind_text(insert, 1, code, -1, SQLITE_STATIC);
      for (char *cell = at; (cell = strstr(cell, "<c r=\"")); ) {
        int column = 0;
        for (cell += 6; *cell >= 'A'; cell++) column = column * 26 + *cell - 'A' + 1;
        char *close = strchr(cell, '>');
        int is_text = 0;
        for (char *t = cell; t < close - 3; t++) if (!memcmp(t, "t=\"s", 4)) is_text = 1;
        char *value = close + 4, *stop = strchr(value, '<');
        *stop = 0;
        if (column <= columns)
          bind(insert, column + 1, sheet->kinds[column - 1], is_text, value, stop - value, texts);
        cell = stop + 1;
      }
      if (sqlite3_step(insert) != SQLITE_DONE) fail("insert");
    }
    at = end + 1;
  }
  free(xml);
}

static const char *models =
    "CREATE UNIQUE INDEX rate ON rates (currency, effective_from);"
    "CREATE TABLE agreement AS SELECT a.*, a.c7 AS country, a.c5 AS stakeholder_type, a.c6 AS level,"
    " a.c13 AS agreement_type, p.thematic_area, lower(a.c3) || '|' || a.c7 AS partner, lower(a.c1) AS reference,"
    " round(a.c17 / CASE a.c16 WHEN 'USD' THEN 1 ELSE r.units END, 2) AS usd,"
    " a.c19 <= '2025-12-31' AND (a.c20 IS NULL OR a.c20 >= '2025-01-01') AS in_year, a.c17 IS NOT NULL AS is_financial"
    " FROM agreement_read a JOIN programmes p ON p.code = a.programme"
    " LEFT JOIN rates r ON r.currency = a.c16 AND r.effective_from = substr(a.c18, 1, 8) || '01';"
    "CREATE UNIQUE INDEX reference ON agreement (programme, reference);"
    "CREATE TABLE transfer AS SELECT t.*, a.c3 AS partner_name, a.country, a.stakeholder_type, a.level,"
    " a.level IN ('LOCAL', 'NATIONAL') AS is_local,"
    " round(t.c5 / CASE t.c4 WHEN 'USD' THEN 1 ELSE r.units END, 2) AS usd,"
    " t.c3 BETWEEN '2025-01-01' AND '2025-12-31' AS in_year"
    " FROM transfer_read t JOIN agreement a ON a.programme = t.programme AND a.reference = lower(t.c1)"
    " LEFT JOIN rates r ON r.currency = t.c4 AND r.effective_from = substr(t.c3, 1, 8) || '01';"
    "CREATE TABLE engagement AS SELECT *, c1 AS phase, c2 AS stakeholder_type, c3 AS engagement_level, c11 AS persons,"
    " c4 BETWEEN '2025-01-01' AND '2025-12-31' AS in_year FROM engagement_read;";

static const struct { const char *code, *model, *where, *value, *by[5]; } figures[] = {
    {"B-01", "agreement", "in_year", "count(*)", {"country", "stakeholder_type", "agreement_type", "country × thematic_area"}},
    {"B-02", "agreement", "in_year", "count(DISTINCT partner)", {"stakeholder_type", "country"}},
    {"B-03", "agreement", "is_financial", "sum(usd)", {"country", "stakeholder_type"}},
    {"B-04", "agreement", "in_year", "100.0 * sum(is_financial) / count(*)", {"country"}},
    {"B-05", "transfer", "in_year", "sum(usd)", {"country", "stakeholder_type"}},
    {"B-06", "transfer", "1", "sum(usd)", {"level"}},
    {"B-07", "transfer", "in_year", "100.0 * sum(iif(is_local, usd, 0)) / sum(usd)", {"country"}},
    {"B-08", "engagement", "in_year", "count(*)", {"phase", "stakeholder_type", "phase × engagement_level"}},
    {"B-09", "engagement", "in_year", "sum(persons)", {"stakeholder_type"}},
    {"B-10", "engagement", "in_year", "100.0 * sum(engagement_level = 'COLLABORATE') / count(*)", {"phase"}},
};

static void figure(FILE *csv, lxw_worksheet *sheet, int *row, int i, const char *by) {
  char sql[1024], category[256] = "''";
  if (by) {
    const char *two = strstr(by, " × ");
    if (two) snprintf(category, sizeof category, "%.*s || ' × ' || %s", (int)(two - by), by, two + 4);
    else snprintf(category, sizeof category, "%s", by);
  }
  snprintf(sql, sizeof sql, "SELECT %s, %s FROM %s WHERE %s GROUP BY 1 ORDER BY 1", category, figures[i].value,
           figures[i].model, figures[i].where);
  sqlite3_stmt *select;
  if (sqlite3_prepare_v2(db, sql, -1, &select, 0)) fail(sql);
  while (sqlite3_step(select) == SQLITE_ROW) {
    const char *name = (const char *)sqlite3_column_text(select, 0);
    double value = sqlite3_column_double(select, 1);
    fprintf(csv, "%s,%s,%s,%.17g\n", figures[i].code, by ? by : "", name, value);
    worksheet_write_string(sheet, ++*row, 0, figures[i].code, 0);
    worksheet_write_string(sheet, *row, 1, by ? by : "", 0);
    worksheet_write_string(sheet, *row, 2, name, 0);
    worksheet_write_number(sheet, *row, 3, value, 0);
  }
  sqlite3_finalize(select);
}

static void write_rows(lxw_workbook *book, const char *model) {
  char sql[64];
  snprintf(sql, sizeof sql, "SELECT * FROM %s", model);
  sqlite3_stmt *select;
  if (sqlite3_prepare_v2(db, sql, -1, &select, 0)) fail(sql);
  lxw_worksheet *sheet = workbook_add_worksheet(book, model);
  int columns = sqlite3_column_count(select);
  for (int c = 0; c < columns; c++) worksheet_write_string(sheet, 0, c, sqlite3_column_name(select, c), 0);
  for (int row = 1; sqlite3_step(select) == SQLITE_ROW; row++)
    for (int c = 0; c < columns; c++) switch (sqlite3_column_type(select, c)) {
      case SQLITE_TEXT: worksheet_write_string(sheet, row, c, (const char *)sqlite3_column_text(select, c), 0); break;
      case SQLITE_NULL: break;
      default: worksheet_write_number(sheet, row, c, sqlite3_column_double(select, c), 0);
    }
  sqlite3_finalize(select);
}

/* Registers of the generator hold no quoted fields. */
static void read_register(const char *data, const char *name, const char *insert_sql, const int *wanted, int count) {
  char path[4096], line[4096];
  snprintf(path, sizeof path, "%s/registers/%s.csv", data, name);
  FILE *file = fopen(path, "r");
  sqlite3_stmt *insert;
  if (!file || sqlite3_prepare_v2(db, insert_sql, -1, &insert, 0)) fail(path);
  if (!fgets(line, sizeof line, file)) fail(path);
  while (fgets(line, sizeof line, file)) {
    char *rest = line, *field;
    line[strcspn(line, "\n")] = 0;
    for (int index = 0; (field = strsep(&rest, ",")); index++)
      for (int i = 0; i < count; i++)
        if (wanted[i] == index) sqlite3_bind_text(insert, i + 1, field, -1, SQLITE_TRANSIENT);
    sqlite3_step(insert);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  fclose(file);
}

int main(int count, char **arguments) {
  if (count != 3) return fprintf(stderr, "floor DATA OUTPUT\n"), 2;
  const char *data = arguments[1], *output = arguments[2];
  char path[4096];
  mkdir(output, 0777);
  snprintf(path, sizeof path, "%s/floor.sqlite", output);
  remove(path);
  if (sqlite3_open(path, &db)) fail(path);
  run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;"
      "CREATE TABLE programmes (code TEXT PRIMARY KEY, thematic_area TEXT);"
      "CREATE TABLE rates (currency TEXT, effective_from TEXT, units REAL);");
  read_register(data, "programmes", "INSERT INTO programmes VALUES (?, ?)", (int[]){0, 5}, 2);
  read_register(data, "exchange_rates", "INSERT INTO rates VALUES (?, ?, ?)", (int[]){0, 1, 2}, 3);
  sqlite3_stmt *inserts[3];
  for (int i = 0; i < 3; i++) {
    char create[1024], insert[512];
    int c = sprintf(create, "CREATE TABLE %s (programme TEXT", sheets[i].table);
    int n = sprintf(insert, "INSERT INTO %s VALUES (?", sheets[i].table);
    for (size_t k = 0; k < strlen(sheets[i].kinds); k++) {
      c += sprintf(create + c, ", c%zu %s", k + 1, sheets[i].kinds[k] == NUMBER ? "REAL" : "TEXT");
      n += sprintf(insert + n, ", ?");
    }
    strcat(create, ") STRICT"), strcat(insert, ")");
    run(create);
    if (sqlite3_prepare_v2(db, insert, -1, &inserts[i], 0)) fail(insert);
  }
  snprintf(path, sizeof path, "%s/reports/2025", data);
  struct dirent **folders;
  int forms = scandir(path, &folders, 0, alphasort);
  for (int f = 0; f < forms; f++) {
    if (folders[f]->d_name[0] == '.') continue;
    const char *code = folders[f]->d_name;
    snprintf(path, sizeof path, "%s/reports/2025/%s/%s.xlsx", data, code, code);
    zip_t *archive = zip_open(path, ZIP_RDONLY, 0);
    if (!archive) fail(path);
    size_t size;
    int texts_count;
    char *xml = inflated(archive, "xl/sharedStrings.xml", &size);
    Text *texts = shared(xml, &texts_count);
    for (int i = 0; i < 3; i++) load(archive, &sheets[i], inserts[i], code, texts);
    free(texts), free(xml);
    zip_close(archive);
  }
  run(models);
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  snprintf(path, sizeof path, "%s/benchmark.xlsx", output);
  lxw_workbook *book = workbook_new_opt(path, &options);
  snprintf(path, sizeof path, "%s/indicators.csv", output);
  FILE *csv = fopen(path, "w");
  fputs("indicator,dimension,category,value\n", csv);
  lxw_worksheet *sheet = workbook_add_worksheet(book, "Figures");
  int row = 0;
  for (int i = 0; i < 10; i++) {
    figure(csv, sheet, &row, i, 0);
    for (int k = 0; figures[i].by[k]; k++) figure(csv, sheet, &row, i, figures[i].by[k]);
  }
  fclose(csv);
  write_rows(book, "agreement");
  write_rows(book, "transfer");
  write_rows(book, "engagement");
  run("COMMIT");
  return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}
