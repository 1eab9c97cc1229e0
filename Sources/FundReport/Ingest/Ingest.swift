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
      for (index, entry) in entries.enumerated() {
        let number = Int64(index + 1)
        let identity = "\(entry.folderYear) \(entry.sha256)"
        let isForm = entry.kind != .other && entry.kind != .document
        if isForm, let original = numberOf[identity] {
          let copy = ReadSubmission(entry: entry)
          try landing.land(copy, as: number, state: "copy", copyOf: original)
          continue
        }
        numberOf[identity] = number
        let read = reading.read(entry)
        let day = day(of: read)
        if let day { days.append(day) }
        let waits = day.map { $0 > cutOff } ?? false
        try landing.land(read, as: number, state: state(of: read), waits: waits)
      }
      try landing.landCorrectionsLeft(
        entries.reduce(into: [Int: Int64]()) { submissionOf, entry in
          for line in corrections.ofFile(entry.sha256).lines where submissionOf[line] == nil {
            submissionOf[line] = numberOf["\(entry.folderYear) \(entry.sha256)"]
          }
        })
      return days.sorted()
    }
  }

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
