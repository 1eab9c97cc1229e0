import Dispatch

/// Submissions in their order, each read on a thread of its own while the one before is landed.
///
/// No more than one is ahead, so that memory holds two files at most.
final class ReadAhead: @unchecked Sendable {
  private let reading: SubmissionReading
  private let reader = DispatchQueue(label: "read ahead")
  /// Only the reader touches these.
  private var entries: ArraySlice<Inbox.Entry>
  private var ahead: ReadSubmission?

  init(_ entries: [Inbox.Entry], _ reading: SubmissionReading) {
    self.entries = entries[...]
    self.reading = reading
    reader.async { self.readNext() }
  }

  /// The next submission; nil after the last.
  func next() -> ReadSubmission? {
    reader.sync {
      defer { reader.async { self.readNext() } }
      return ahead
    }
  }

  private func readNext() { ahead = entries.popFirst().map(reading.read) }
}
