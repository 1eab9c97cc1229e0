/// Why a run could not go on.
///
/// Wrong data is never one of these: it is a ``Finding``.
public enum RunError: Error, CustomStringConvertible {
  case missingFolder(String)
  /// Last year's release is an input, and is not what was released.
  case damagedLastYear(String)
  /// A public edition is not what was released.
  case damagedEdition(String)
  /// What an edition published before withheld cannot be known.
  case lostEdition(String)
  case noRelease(String)
  case locked(holder: String)
  /// Blocking checks: the reasons, one line each, and the checks' codes.
  case refusedToRelease([String], by: [String])
  /// Published figures of a closed year would move: because of which inputs, and which figures, one
  /// line each.
  case closedYearWouldMove(Int, because: [String], moves: [String])
  /// The release of a closed year is not what was released.
  case damagedClosedYear(String)
  /// `state.sqlite` is broken, or something else.
  case damagedHistory(String)
  /// The two records of what was decided about a year contradict each other.
  case closingsDiffer(String)
  case unknownIndicator(String, known: [String])
  case wrongUsage(String)
  /// Something that cannot happen did.
  case bug(String)

  public var description: String {
    switch self {
    case .missingFolder(let path):
      "\(path): there is no such folder; name the data folder with --data"
    case .damagedLastYear(let path):
      "\(path): last year's release is missing or is not what was released, and this year is "
        + "compared with it; restore it from a back-up, or run that year again"
    case .damagedEdition(let what):
      "\(what); nothing was published: run the year again"
    case .lostEdition(let path):
      "\(path): an edition of this release was published, and its evidence is missing or of another "
        + "version; what it withheld could follow from a new edition. Restore it from a back-up"
    case .noRelease(let path):
      "\(path): there is no release yet; make one with `fundreport run`"
    case .locked(let holder):
      "another run is at work: \(holder)"
    case .refusedToRelease(let reasons, let checks):
      "nothing was released:\n" + reasons.joined(separator: "\n")
        + "\nIf this is as it should be, run once more with "
        + checks.map { "--accept \($0)" }.joined(separator: " ")
    case .closedYearWouldMove(let year, let causes, let moves):
      "\(year) is closed, and published figures would move:\n" + moves.joined(separator: "\n")
        + "\nWhat is not as it was when the year was closed:\n" + causes.joined(separator: "\n")
        + "\nLook closer with `fundreport diff --next --period \(year)`; then undo it, or decide with "
        + "`fundreport restate --period \(year)`"
    case .damagedClosedYear(let path):
      "\(path): the release of a closed year is missing or is not what was released; restore it "
        + "from a back-up"
    case .damagedHistory(let path):
      "\(path): is damaged, or no run history; restore it from a back-up, or move it away: the next "
        + "run begins another, and closed years stay closed"
    case .closingsDiffer(let path):
      "\(path): cannot be read, or says otherwise than the run history who closed or restated the "
        + "year; restore both from a back-up of one day"
    case .unknownIndicator(let code, let known):
      "there is no indicator \(code); known: \(known.joined(separator: ", "))"
    case .wrongUsage(let message): message
    case .bug(let message): "a fault of the program: \(message)"
    }
  }
}
