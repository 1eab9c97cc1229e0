import Foundation
import GRDB

/// The release in force of the year before: what it said, and its rows for like-for-like figures.
struct LastYear {
  let year: Int
  let release: String
  private let store: DatabaseQueue

  /// Nil when the year before has no release.
  ///
  /// - Throws: ``RunError/damagedLastYear(_:)`` when its evidence is not what was released: a
  ///   comparison with it would be wrong in silence.
  init?(output: OutputFolder, inputs: RunInputs) throws {
    guard let release = inputs.previousYear else { return nil }
    year = inputs.year - 1
    self.release = release
    let folder = output.release(release, of: year)
    do {
      let manifest = try Manifest.read(from: folder)
      let path = try Evidence.path(in: folder)
      let name = String(path.dropFirst(folder.utf8.count + 1))
      guard let listed = manifest.outputs.first(where: { $0.path == name }),
        listed.sha256 == (try FileDigest.sha256(ofFile: path))
      else { throw RunError.damagedLastYear(path) }
      store = try RunStore.openRelease(path: path)
    } catch is DecodingError {
      throw RunError.damagedLastYear(folder + "/" + Manifest.name)
    } catch RunError.noRelease(let path) {
      throw RunError.damagedLastYear(path)
    }
  }

  /// Fills `past_figure` with what last year's release says of its own year and those before, and
  /// `like_for_like` with totals over the units that reported in both years.
  func compare(_ compute: Compute, _ lists: [CodeList], in store: DatabaseQueue) throws {
    let former = try store.read { try FormerCodes(compute.pipeline, in: $0) }
    try self.store.read { last in
      try store.write { db in
        try copyFigures(compute.pipeline, lists, former, from: last, to: db)
        try likeForLike(compute, former, last, db)
      }
    }
  }

  private func copyFigures(
    _ pipeline: Pipeline, _ lists: [CodeList], _ former: FormerCodes, from last: Database,
    to db: Database
  ) throws {
    let insert = try db.makeStatement(
      sql: "INSERT INTO past_figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let changed = try changedAttributes(lists, last)
    var comparable: [String: Bool] = [:]
    let key = { (row: Row) in "\(row.text("indicator") ?? "") \(row.text("dimension") ?? "")" }
    for row in try Row.fetchAll(db, sql: "SELECT * FROM figure_definition") {
      let uses = (row.text("attributes") ?? "").split(separator: " ").map(String.init)
      let before = try String.fetchOne(
        last,
        sql: "SELECT definition FROM figure_definition WHERE indicator = ? AND dimension IS ?",
        arguments: [row.text("indicator"), row.text("dimension")])
      comparable[key(row)] =
        before == row.text("definition") && changed.isDisjoint(with: uses)
    }
    let restated = """
      restatement r WHERE r.indicator = figure.indicator AND r.dimension IS figure.dimension
      AND r.category IS figure.category
      """
    // What a closed year said before it was restated; releases of older programs have no such table.
    let first = { (old: String, own: String) in
      """
      CASE WHEN EXISTS (SELECT 1 FROM \(restated)) THEN (SELECT \(old) FROM \(restated)
        ORDER BY number LIMIT 1) ELSE \(own) END
      """
    }
    let hasRestatements = try last.tableExists("restatement")
    let firstValue = hasRestatements ? first("old_value", "value") : "value"
    // Nor do they all say whether it was public: it was not, then.
    let saysPublic =
      try hasRestatements
      && last.columns(in: "restatement").contains { $0.name == "old_public" }
    let firstPublic = saysPublic ? first("old_public", "1") : "value IS \(firstValue)"
    let ofItsYear = """
      SELECT period, indicator, title, unit, dimension, category, value, numerator, denominator,
        reason, 1 AS comparable, ? AS release, \(firstValue) AS first_value,
        \(firstPublic) AS first_public
      FROM figure ORDER BY figure
      """
    let earlier = "SELECT * FROM past_figure ORDER BY period, indicator, dimension, category"
    let rows =
      try Row.fetchAll(last, sql: earlier)
      + Row.fetchAll(last, sql: ofItsYear, arguments: [release])
    for row in rows {
      var values = (0..<12).map { row[$0] as DatabaseValue }
      values.append(row[row.hasColumn("first_value") ? "first_value" : "value"])
      values.append(row.hasColumn("first_public") ? row["first_public"] : false.databaseValue)
      values[5] = former.today(row.text("category"), of: row.text("dimension")).databaseValue
      let holds = row["comparable"] as Bool && (comparable[key(row)] ?? false)
      values[10] = holds.databaseValue
      try insert.execute(arguments: StatementArguments(values))
    }
    try copyDisclosures(former, from: last, to: db)
  }

  /// What the public editions of its year and those before showed; nothing, if there were none.
  private func copyDisclosures(
    _ former: FormerCodes, from last: Database, to db: Database
  ) throws {
    guard try last.tableExists("disclosed") else { return }
    let earlier = "SELECT * FROM past_disclosed ORDER BY period, indicator, dimension, category"
    let ofItsYear = """
      SELECT f.period, f.indicator, f.dimension, f.category, d.state
      FROM disclosed d JOIN figure f ON f.figure = d.figure ORDER BY f.figure
      """
    for row in try Row.fetchAll(last, sql: earlier) + Row.fetchAll(last, sql: ofItsYear) {
      let category = former.today(row.text("category"), of: row.text("dimension"))
      try db.execute(
        sql: "INSERT INTO past_disclosed VALUES (?, ?, ?, ?, ?)",
        arguments: [row[0] as Int, row.text(1), row.text(2), category, row.text(4)])
    }
  }

  /// Attributes of code lists that say something else of a code than they did.
  private func changedAttributes(_ lists: [CodeList], _ last: Database) throws -> Set<String> {
    var changed: Set<String> = []
    for list in lists {
      let table = "list_\(list.name.name)"
      guard try last.tableExists(table) else { continue }
      let columns = Set(try last.columns(in: table).map(\.name))
      for (index, attribute) in list.attributes.enumerated() {
        let name = "\(list.name.name).\(attribute.name)"
        guard columns.contains(attribute.name) else {
          changed.insert(name)
          continue
        }
        let type = list.attributeType(at: index)
        let rows = try Row.fetchAll(last, sql: "SELECT code, \(attribute) FROM \(table)")
        let before = Dictionary(
          rows.map { ($0[0] as String, $0[1] as DatabaseValue) },
          uniquingKeysWith: { first, _ in first })
        let differs = list.codes.contains { code in
          let now = type.value(of: code.attributes[index])?.databaseValue ?? .null
          return before[code.code].map { $0 != now } ?? false
        }
        if differs { changed.insert(name) }
      }
    }
    return changed
  }

  private func likeForLike(
    _ compute: Compute, _ former: FormerCodes, _ last: Database, _ db: Database
  ) throws {
    guard let unit = compute.pipeline.reportingUnit, let model = unit.model,
      let reported = unit.reported
    else { return }
    let sql = "SELECT CAST(\(unit.name) AS TEXT) FROM \(model) WHERE \(reported) ORDER BY 1"
    let now = Set(try String.fetchAll(db, sql: sql))
    // Last year's release may stem from definitions that knew no such column.
    guard let then = try? String.fetchAll(last, sql: sql) else { return }
    let both = then.filter { now.contains(former.today($0)) }
    for code in both {
      try db.execute(
        sql: "INSERT INTO reported_in_both VALUES (?)", arguments: [former.today(code)])
    }
    for indicator in compute.pipeline.indicatorsInOrder where indicator.hasTotal {
      let isComparable = try Bool.fetchOne(
        db,
        sql: """
          SELECT comparable FROM past_figure
          WHERE period = ? AND indicator = ? AND dimension IS NULL
          """, arguments: [year, indicator.code])
      guard isComparable == true, compute.canRestrict(indicator, to: unit.name) else { continue }
      let before = try compute.total(indicator, among: (unit.name, both), last)
      let after = try compute.total(
        indicator, among: (unit.name, both.map(former.today)), db)
      let denominators = [before.denominator, after.denominator].compactMap { $0 }
      try db.execute(
        literal: """
          INSERT INTO like_for_like VALUES (\(indicator.code), \(both.count), \(after.value),
          \(before.value), \(denominators.min()))
          """)
    }
  }
}
