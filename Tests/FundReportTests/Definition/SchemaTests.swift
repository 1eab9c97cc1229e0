import Testing

/// The JSON Schemas by which editors complete and check definition files.
@Suite struct SchemaTests {
  @Test func `every definition keeps its schema, and schemas know the keys the program knows`()
    throws
  {
    let compared = try Witness(
      "definition_schemas.py", Program.executable.path, Repository.root + "/pipelines",
      Repository.root + "/data")
    #expect(compared.lines == [])
    #expect(compared.code == 0)
  }
}
