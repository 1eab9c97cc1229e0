/// The order in which refusing checks run: what refuses rows of a source runs before any check
/// that reads the rows of that source which are left.
struct CheckOrder {
  /// Queries that see the same rows; each group sees what the groups before have left.
  struct Group {
    var refuses: CheckDefinition.Refusal
    var queries: [(check: CheckDefinition, query: CheckDefinition.Query)]
  }

  struct Circle: Error, CustomStringConvertible {
    var file: String
    var description: String
  }

  /// First the groups that refuse, in order; what refuses nothing comes last, over the models.
  var refusing: [Group] = []
  var remaining: [(check: CheckDefinition, query: CheckDefinition.Query)] = []
  /// What reads figures, and therefore refuses nothing.
  var afterFigures: [(check: CheckDefinition, query: CheckDefinition.Query)] = []

  private static let figureTables: Set<String> = ["figure", "past_figure", "like_for_like"]

  /// - Throws: ``Circle`` when two groups each read what the other refuses.
  init(_ pipeline: Pipeline, _ lineage: Lineage) throws {
    var waiting: [Group] = []
    for check in pipeline.checks {
      for query in check.queries {
        switch query.refuses {
        case .nothing where !lineage.reads(query.sql).isDisjoint(with: Self.figureTables):
          afterFigures.append((check, query))
        case .nothing, .release:
          remaining.append((check, query))
        case .row, .file, .register:
          if let index = waiting.firstIndex(where: { $0.refuses == query.refuses }) {
            waiting[index].queries.append((check, query))
          } else {
            waiting.append(Group(refuses: query.refuses, queries: [(check, query)]))
          }
        }
      }
    }
    try order(&waiting, pipeline, lineage)
  }

  private mutating func order(_ waiting: inout [Group], _ pipeline: Pipeline, _ lineage: Lineage)
    throws
  {
    var views: [String: CheckDefinition.Refusal] = [:]
    for source in pipeline.sources { views[source.view] = .row(source: source.name) }
    while !waiting.isEmpty {
      let pending = waiting.map(\.refuses)
      let next = waiting.firstIndex { group in
        if group.refuses == .register { return true }
        if pending.contains(.register) { return false }
        if group.refuses == .file { return true }
        if pending.contains(.file) { return false }
        let reads = group.queries.reduce(into: Set<String>()) { reads, entry in
          reads.formUnion(lineage.reads(entry.query.sql))
        }
        return !reads.contains { view in
          guard let refusal = views[view], refusal != group.refuses else { return false }
          return pending.contains(refusal)
        }
      }
      guard let next else {
        let files = waiting.flatMap(\.queries).map(\.check.file)
        throw Circle(
          file: files.first ?? "",
          description: "these checks each read rows that another of them refuses: "
            + Set(files).sorted().joined(separator: ", "))
      }
      refusing.append(waiting.remove(at: next))
    }
  }
}
