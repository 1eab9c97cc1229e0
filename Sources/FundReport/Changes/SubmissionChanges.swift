import GRDB

/// Which forms count in one release and not in the other.
struct SubmissionChanges {
  struct Form: Hashable {
    var file: String
    var sha256: String
    /// Whose form of which year, as its head says; empty where the fund has no such form.
    var identity: String
  }

  /// Why a row came or went: what became of which form, by its number.
  struct Cause: Hashable {
    enum Kind: String, CaseIterable {
      case arrived = "new data"
      case corrected = "corrected data"
      case gone = "form gone"
    }
    var kind: Kind
    var form: Int
  }

  /// Forms of which the old release had none.
  var arrived: [Form] = []
  /// Forms that take the place of one the old release counted.
  var corrected: [Form] = []
  var gone: [Form] = []

  private var replaced: [String: String] = [:]

  init(_ pipeline: Pipeline, from old: Database, to new: Database) throws {
    let before = try Self.forms(pipeline, old)
    let after = try Self.forms(pipeline, new)
    let known = Set(before.map(\.sha256))
    let kept = Set(after.map(\.sha256))
    let identities = Set(before.map(\.identity).filter { !$0.isEmpty })
    for form in after where !known.contains(form.sha256) {
      if identities.contains(form.identity) { corrected.append(form) } else { arrived.append(form) }
    }
    gone = before.filter { !kept.contains($0.sha256) }
    let changed = Set(corrected.map(\.identity).filter { !$0.isEmpty })
    // Of a corrected form the earlier version is still there; its rows no longer count.
    for form in before where changed.contains(form.identity) { replaced[form.file] = form.identity }
  }

  var isEmpty: Bool { arrived.isEmpty && corrected.isEmpty && gone.isEmpty }

  /// All that changed, in the order in which they are numbered.
  var all: [Form] { arrived + corrected + gone }

  /// `form 2` for a file that came, was corrected or went; the file itself otherwise.
  func name(ofFile file: String) -> String {
    // The file of a CSV folder's row lies in the folder.
    let index = all.firstIndex { file == $0.file || file.hasPrefix($0.file + "/") }
    guard let index else { return file }
    return "form \(index + 1)" + file.dropFirst(all[index].file.count)
  }

  /// Why a row came or went with its file; nil where its file is the same in both.
  func cause(ofFile file: String, isNew: Bool) -> Cause? {
    let holds = { (form: Form) in file == form.file || file.hasPrefix(form.file + "/") }
    if let index = all.firstIndex(where: holds) {
      let form = all[index]
      if arrived.contains(form) { return isNew ? Cause(kind: .arrived, form: index + 1) : nil }
      if corrected.contains(form) { return isNew ? Cause(kind: .corrected, form: index + 1) : nil }
      if isNew { return nil }
      return correction(of: form.identity) ?? Cause(kind: .gone, form: index + 1)
    }
    guard !isNew,
      let identity = replaced[file]
        ?? replaced.first(where: {
          file.hasPrefix($0.key + "/")
        })?.value
    else { return nil }
    return correction(of: identity)
  }

  /// Names the form that takes the place of an earlier one.
  private func correction(of identity: String) -> Cause? {
    corrected.firstIndex { $0.identity == identity }.map {
      Cause(kind: .corrected, form: arrived.count + $0 + 1)
    }
  }

  /// `new data: forms 1–3, 5`, one text per kind.
  static func words(_ causes: Set<Cause>) -> [String] {
    Cause.Kind.allCases.compactMap { kind in
      let forms = causes.filter { $0.kind == kind }.map(\.form).sorted()
      guard !forms.isEmpty else { return nil }
      var ranges: [ClosedRange<Int>] = []
      for form in forms {
        if let last = ranges.last, last.upperBound + 1 == form {
          ranges[ranges.count - 1] = last.lowerBound...form
        } else {
          ranges.append(form...form)
        }
      }
      let numbers = ranges.map {
        $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
      }
      return "\(kind.rawValue): \(forms.count == 1 ? "form" : "forms") "
        + numbers.joined(separator: ", ")
    }
  }

  private static func forms(_ pipeline: Pipeline, _ db: Database) throws -> [Form] {
    var identity = "''"
    if let source = pipeline.head, let head = source.head,
      try db.viewExists(source.view.description)
    {
      let fields = head.identity.map { "coalesce(\($0), '')" }.joined(separator: " || ' ' || ")
      identity = """
        coalesce((SELECT \(fields) FROM \(source.view) h WHERE h.submission = s.submission), '')
        """
    }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT file, sha256, \(identity) FROM submission s WHERE state = 'accepted' ORDER BY file
        """
    ).map { Form(file: $0[0], sha256: $0[1], identity: $0.text(2) ?? "") }
  }
}
