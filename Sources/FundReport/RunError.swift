/// Why a run could not go on.
///
/// Wrong data is never one of these: it is a ``Finding``.
public enum RunError: Error, CustomStringConvertible {
  case missingFolder(String)
  /// Last year's release is an input, and is not what was released.
  case damagedLastYear(String)
  /// A public edition is not what was released.
  case damagedEdition(String)
  case noRelease(String)
  case locked(holder: String)
  /// A blocking check: the reasons, one line each.
  case refusedToRelease([String])
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
    case .noRelease(let path):
      "\(path): there is no release yet; make one with `fundreport run`"
    case .locked(let holder):
      "another run is at work: \(holder)"
    case .refusedToRelease(let reasons):
      "nothing was released:\n" + reasons.joined(separator: "\n")
    case .unknownIndicator(let code, let known):
      "there is no indicator \(code); known: \(known.joined(separator: ", "))"
    case .wrongUsage(let message): message
    case .bug(let message): "a fault of the program: \(message)"
    }
  }
}
