import GRDB

/// Files become typed rows that remember their file, sheet and row; every problem a finding.
struct Ingest {
  var pipeline: Pipeline
  var reference: Reference
  var dataFolder: String
  var year: Int
  /// Forms dated after this day wait; `YYYY-MM-DD`.
  var cutOff: String

  /// Lands registers and submissions.
  ///
  /// - Returns: the days the readable forms are dated, in order: with the cut-off they decide
  ///   which wait.
  func run(_ entries: [Inbox.Entry], in store: DatabaseQueue) throws -> [String] {
    let corrections = Corrections(reference.registers)
    let reading = SubmissionReading(
      sources: pipeline.sources, former: pipeline.formerLayouts, cells: reference.cells,
      corrections: corrections,
      dataFolder: dataFolder)
    return try store.write { db in
      try db.execute(
        literal: """
          INSERT INTO period VALUES (\(year), \("\(year)-01-01"), \("\(year)-12-31"))
          """)
      var landing = Landing(db, pipeline)
      for register in reference.registers { try landing.land(register) }
      for file in try Reference.registerDigests(in: dataFolder) {
        try db.execute(
          literal: "INSERT INTO register_file VALUES (\(file.path), \(file.sha256))")
      }
      var days: [String] = []
      var numberOf: [String: Int64] = [:]
      let copyOf = entries.enumerated().map { index, entry -> Int64? in
        let identity = identity(entry)
        let isForm = entry.kind != .other && entry.kind != .document
        if isForm, let original = numberOf[identity] { return original }
        numberOf[identity] = Int64(index + 1)
        return nil
      }
      let ahead = ReadAhead(zip(entries, copyOf).filter { $1 == nil }.map(\.0), reading)
      for (index, entry) in entries.enumerated() {
        let number = Int64(index + 1)
        if let original = copyOf[index] {
          let copy = ReadSubmission(entry: entry)
          try landing.land(copy, as: number, state: "copy", copyOf: original)
          continue
        }
        guard let read = ahead.next() else { throw RunError.bug("\(entry.path) was not read") }
        let day = day(of: read)
        if let day { days.append(day) }
        let waits = day.map { $0 > cutOff } ?? false
        try landing.land(read, as: number, state: state(of: read), waits: waits)
      }
      try landing.landCorrectionsLeft(
        entries.reduce(into: [Int: Int64]()) { submissionOf, entry in
          for line in corrections.ofFile(entry.sha256).lines where submissionOf[line] == nil {
            submissionOf[line] = numberOf[identity(entry)]
          }
        })
      return days.sorted()
    }
  }

  /// What copies of a file have in common.
  private func identity(_ entry: Inbox.Entry) -> String { "\(entry.folderYear) \(entry.sha256)" }

  /// A form that waits is accepted until the checks of files have seen it too.
  private func state(of read: ReadSubmission) -> String {
    if read.entry.kind == .document { return "other" }
    return read.isRefused ? "refused" : "accepted"
  }

  /// The day a readable form is dated.
  private func day(of read: ReadSubmission) -> String? {
    guard !read.isRefused, let source = pipeline.head, let head = source.head,
      let sheet = read.sheets.first(where: { $0.source.name == source.name }),
      let index = source.fields.firstIndex(where: { $0.name == head.dated }),
      case .text(let day) = sheet.rows.first?.values[index]
    else { return nil }
    return day
  }
}
