import Foundation
import GRDB

/// Says of every figure whether the public may see it: nothing, all of it, or that it is withheld.
struct Disclosure {
  var pipeline: Pipeline
  var definition: DisclosureDefinition

  /// Fills the tables `disclosed`, `disclosure_problem`, `protected_kind` and `figure_label`.
  ///
  /// - Parameter editions: those of the same year that readers have; a closed year has some.
  func run(in store: DatabaseQueue, after editions: [PublishedEdition]) throws {
    try store.write { db in
      try labelFigures(db)
      for kind in definition.kinds {
        try db.execute(
          sql: "INSERT INTO protected_kind VALUES (?, ?)", arguments: [kind.name, kind.below])
        let problem = try PublicFigures(pipeline, definition, kind, db).problem
        try db.execute(
          sql: "INSERT INTO disclosure_problem VALUES (?, ?)",
          arguments: [kind.name, try problem.encoded()])
        let earlier = editions.compactMap { $0.edition(of: kind.name) }
        try note(problem, Suppression(problem, after: earlier).decisions, db)
      }
    }
  }

  /// Decides anew, in a copy of a release's evidence, beside editions that were published before.
  ///
  /// Whom sums of money rest on is looked up again, for somebody may have refused to be named since.
  /// What counts people is taken as it was: their rows are in no evidence.
  func runAgain(in store: DatabaseQueue, after editions: [PublishedEdition]) throws {
    try store.write { db in
      try db.execute(sql: "DELETE FROM disclosed")
      for kind in definition.kinds {
        let problem =
          kind.of == nil
          ? try Self.problem(of: kind.name, db)
          : try PublicFigures(pipeline, definition, kind, db).problem
        let earlier = editions.compactMap { $0.edition(of: kind.name) }
        try note(problem, Suppression(problem, after: earlier).decisions, db)
      }
    }
  }

  /// The figures of one kind as a release had them before it; none where it knew no such kind.
  static func problem(of kind: String, _ db: Database) throws -> Suppression.Problem {
    let text = try String.fetchOne(
      db, sql: "SELECT problem FROM disclosure_problem WHERE kind = ?", arguments: [kind])
    guard let text else { return .init(figures: [], margins: [], relations: [], known: []) }
    return try JSONDecoder().decode(Suppression.Problem.self, from: Data(text.utf8))
  }

  private func note(
    _ problem: Suppression.Problem, _ decisions: [Int: Suppression.Decision], _ db: Database
  ) throws {
    for figure in problem.figures where figure.isListed {
      let decision = decisions[figure.id]
      try db.execute(
        sql: "INSERT INTO disclosed VALUES (?, ?, ?, ?)",
        arguments: [
          figure.id, decision == nil ? "public" : "suppressed", decision?.part.rawValue,
          decision?.rule,
        ])
    }
  }

  /// Categories in words, of every dimension figures are broken down by.
  private func labelFigures(_ db: Database) throws {
    var known: [Identifier: Categories] = [:]
    for indicator in pipeline.indicators {
      for breakdown in indicator.breakdowns {
        try label(breakdown, of: indicator, &known, db)
      }
    }
  }

  /// Several dimensions may be published under one name, each with a list of its own.
  private func label(
    _ breakdown: IndicatorDefinition.Breakdown, of indicator: IndicatorDefinition,
    _ known: inout [Identifier: Categories], _ db: Database
  ) throws {
    let published = pipeline.publishedName(of: breakdown)
    let categories = try breakdown.dimensions.compactMap(pipeline.dimension).map { dimension in
      let categories = try known[dimension.name] ?? Categories(dimension, db)
      known[dimension.name] = categories
      return categories
    }
    let codes = try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT category FROM figure WHERE indicator = ? AND dimension = ? ORDER BY 1
        """, arguments: [indicator.code, published])
    for code in codes {
      let label = zip(code.components(separatedBy: " × "), categories)
        .map { $1.label(of: $0) }.joined(separator: " × ")
      try db.execute(
        sql: "INSERT OR IGNORE INTO figure_label VALUES (?, ?, ?)",
        arguments: [published, code, label])
    }
  }

  /// Puts what the public may see in the place of the tables of figures, for statements of this
  /// connection; ``uncover(in:)`` takes it away again.
  ///
  /// The views of published tables read the tables by name, and so say nothing else either.
  static func cover(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TEMP TABLE figure AS
        SELECT f.figure, f.period, f.indicator, f.title, f.chapter, f.unit, f.dimension, f.category,
          iif(d.state = 'public', f.value, NULL) AS value,
          iif(d.state = 'public', f.numerator, NULL) AS numerator,
          iif(d.state = 'public', f.denominator, NULL) AS denominator,
          iif(d.state = 'public', f.coverage, NULL) AS coverage,
          f.in_usd, iif(d.state = 'public', f.reason, 'SUPPRESSED') AS reason
        FROM main.figure f JOIN main.disclosed d ON d.figure = f.figure;
        CREATE TEMP TABLE past_figure AS
        SELECT f.period, f.indicator, f.title, f.unit, f.dimension, f.category,
          iif(d.state = 'public', f.value, NULL) AS value,
          iif(d.state = 'public', f.numerator, NULL) AS numerator,
          iif(d.state = 'public', f.denominator, NULL) AS denominator,
          iif(d.state = 'public', f.reason, 'SUPPRESSED') AS reason, f.comparable, f.release,
          iif(d.state = 'public' AND f.first_public, f.first_value, NULL) AS first_value
        FROM main.past_figure f
        JOIN main.past_disclosed d ON d.period = f.period AND d.indicator = f.indicator
          AND d.dimension IS f.dimension AND d.category IS f.category;
        CREATE TEMP TABLE restatement AS
        SELECT r.number, r.indicator, r.title, r.unit, r.dimension, r.category,
          iif(r.old_public, r.old_value, NULL) AS old_value,
          iif(r.new_public, r.new_value, NULL) AS new_value,
          iif(r.old_public, r.old_numerator, NULL) AS old_numerator,
          iif(r.old_public, r.old_denominator, NULL) AS old_denominator,
          iif(r.new_public, r.new_numerator, NULL) AS new_numerator,
          iif(r.new_public, r.new_denominator, NULL) AS new_denominator,
          iif(r.old_public, r.old_reason, 'SUPPRESSED') AS old_reason,
          iif(r.new_public, r.new_reason, 'SUPPRESSED') AS new_reason
        FROM (
          -- What one restatement made of a figure is the old value of the next that moved it.
          SELECT *, lead(old_public, 1, 1) OVER (
            PARTITION BY indicator, dimension, category ORDER BY number) AS new_public
          FROM main.restatement
        ) r
        JOIN main.figure f ON f.indicator = r.indicator AND f.dimension IS r.dimension
          AND f.category IS r.category
        JOIN main.disclosed d ON d.figure = f.figure AND d.state = 'public';
        CREATE TEMP TABLE like_for_like AS SELECT * FROM main.like_for_like WHERE 0;
        \(Schema.sentenceTable("temp.sentence"));
        """)
  }

  static func uncover(in db: Database) throws {
    try db.execute(
      sql: """
        DROP TABLE temp.figure; DROP TABLE temp.past_figure; DROP TABLE temp.like_for_like;
        DROP TABLE temp.restatement; DROP TABLE temp.sentence;
        """)
  }
}

extension Suppression.Problem {
  fileprivate func encoded() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
