import Foundation

/// The operating system's lock on an output folder: it ends with the process, however that ends.
enum RunLock {
  /// Whether a process holds it, seen without taking it: a run must never give way to a question.
  static func isHeld(_ path: String) -> Bool {
    var file = stat()
    // No lock, or a system that does not list them: nobody is seen at work.
    guard stat(path, &file) == 0,
      let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
    else { return false }
    return locks.split(separator: "\n").contains { line in
      line.contains(" FLOCK ") && line.contains(":\(file.st_ino) ") && !line.contains("->")
    }
  }

  /// Does the work while holding the lock.
  ///
  /// - Throws: ``RunError/locked(holder:)`` at once when another process holds it.
  static func hold<Result>(_ path: String, while work: () throws -> Result) throws -> Result {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else {
      throw Durable.Failure(path: path, action: "be opened for locking", code: errno)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = FileManager.default.contents(atPath: path).map {
        String(decoding: $0, as: UTF8.self)
      }
      close(descriptor)
      throw RunError.locked(holder: holder?.trimmed ?? "an unknown process")
    }
    defer { close(descriptor) }
    // Only for the message to whoever comes second; the lock itself is the kernel's.
    let since = Date().formatted(.iso8601)
    let note = Array("process \(ProcessInfo.processInfo.processIdentifier), since \(since)\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = note.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    return try work()
  }
}
