import ArgumentParser
import Foundation
import FundReport
import GRDB
import Spreadsheet

/// What went wrong, as an exit code and words.
struct Failure {
  let code: Int32
  private let message: String?

  init(_ error: any Error) {
    switch error {
    case let error as DefinitionError:
      code = 2
      message = error.description
    case let error as RunError:
      code = Self.code(of: error)
      message = error.description
    case let error as SpreadsheetError:
      code = 4
      message = error.located
    case let error as CocoaError:
      code = 4
      message = Self.words(error)
    case let error as DatabaseError where error.isOfTheDisk || error.isDamage:
      code = 4
      message =
        "a database in the output folder: \(error.message ?? "\(error.resultCode)"); look at room, "
        + "permissions and health of that disk and of the one for temporary files, then run again"
    case let error as DatabaseError:
      code = 70
      message = error.description
    case is ValidationError:
      code = 2
      message = nil
    default:
      let isUsage = FundReportCommand.exitCode(for: error) == .validationFailure
      code = isUsage ? 2 : 4
      message = isUsage ? nil : "\(error)"
    }
  }

  /// - Parameter parsed: what the argument parser would say.
  func words(_ parsed: String) -> String { message ?? parsed }

  private static func code(of error: RunError) -> Int32 {
    switch error {
    case .missingFolder, .unknownIndicator, .wrongUsage, .noRelease: 2
    case .refusedToRelease, .closedYearWouldMove: 3
    case .damagedLastYear, .damagedClosedYear, .closingsDiffer, .damagedEdition, .lostEdition,
      .damagedHistory:
      4
    case .locked: 5
    case .bug: 70
    }
  }

  private static func words(_ error: CocoaError) -> String {
    let path = (error.userInfo[NSFilePathErrorKey] as? String) ?? error.url?.path
    let place = path.map { "\($0): " } ?? ""
    // Foundation's own words leave out why, such as that the disk is full.
    let cause = (error.underlying as NSError?).flatMap {
      $0.domain == NSPOSIXErrorDomain ? String(cString: strerror(Int32($0.code))) : nil
    }
    let mend = error.code == .fileReadNoPermission ? "; let this user read it, then run again" : ""
    return place + (cause ?? error.localizedDescription) + mend
  }
}
