import GRDB

extension DatabaseError {
  /// Whether the disk failed, rather than what stands on it or what was asked of it.
  public var isOfTheDisk: Bool {
    [.SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_NOMEM]
      .contains(resultCode.primaryResultCode)
  }

  /// What is wrong with a definition whose SQL failed.
  var inWords: String {
    resultCode == .SQLITE_INTERRUPT
      ? "the SQL does not end; limit what it joins or what recurs" : message ?? "the SQL failed"
  }
}
