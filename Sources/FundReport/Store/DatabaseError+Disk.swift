import GRDB

extension DatabaseError {
  /// Whether the disk failed, rather than what stands on it or what was asked of it.
  public var isOfTheDisk: Bool {
    [.SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_NOMEM]
      .contains(resultCode.primaryResultCode)
  }

  /// Whether the file is broken, or no database at all.
  public var isDamage: Bool {
    [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(resultCode.primaryResultCode)
  }
}
