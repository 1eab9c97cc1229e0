import GRDB

/// Who is named in public editions, told again from release to release.
enum PublicNames {
  /// Those whom the edition of a release may name by its own evidence; none where the definitions
  /// do not say who is.
  static func all(_ db: Database, _ pipeline: Pipeline) throws -> Set<String> {
    guard let named = pipeline.disclosures.first?.named else { return [] }
    return try String.fetchSet(
      db,
      sql: """
        SELECT \(named.name) FROM \(named.model)
        WHERE (\(named.condition)) AND \(named.name) IS NOT NULL
        """)
  }

  /// Digests of those whom the edition of a release may name by now: a name that left the public
  /// stands nowhere.
  ///
  /// - Parameter refusals: who refuses by now.
  static func digests(of release: String, refusals: [String]) throws -> [String] {
    let evidence = try RunStore.openRelease(path: try Evidence.path(in: release))
    defer { try? evidence.close() }  // only read: nothing is lost
    guard let pipeline = try evidence.read(DefinitionCopy.pipeline) else { return [] }
    let copy = try RunStore.open()
    try evidence.backup(to: copy)
    _ = try CurrentEdition.refuse(refusals, in: copy, pipeline)
    return try copy.read { try all($0, pipeline) }.map(FileDigest.sha256(of:)).sorted()
  }
}
