import Foundation
import GRDB
import Spreadsheet

/// Builds one release in a staging folder: the five stages, then the manifest, read back.
struct ReleaseBuild {
  struct Built {
    var manifest: Manifest
    var days: [String]
    /// Relative to the release.
    var workbook: String?
    var newRefusals: [String]
    /// Where it was built.
    var staging: String
  }

  var options: ReportRun.Options
  var output: OutputFolder
  var definitions: Definitions
  var inputs: RunInputs
  var staging: String

  private var pipeline: Pipeline { definitions.pipeline }

  func build(_ timings: inout Timings) throws -> Built {
    let cutOff = "\(options.cutOff)"
    let store = try RunStore.open(path: staging + "/build.sqlite")
    let days = try timings.measure(
      "ingest", amount: { _ in try count("sheet_count", "sum(rows_read)", store) + " rows" }
    ) {
      try Preparation(definitions: definitions).prepare(
        store, entries: inputs.entries, dataFolder: options.dataFolder, year: options.year,
        cutOff: cutOff)
    }
    let normalise = Normalise(pipeline: pipeline, lineage: definitions.lineage)
    let check = Check(
      pipeline: pipeline, order: definitions.checkOrder, normalise: normalise)
    let previous = try PreviousRelease(output: output, year: options.year)
    try timings.measure("refuse") {
      try previous.lend(to: store)
      try check.refuse(in: store)
    }
    try timings.measure("normalise") {
      try normalise.run(in: store)
    }
    try timings.measure("check", amount: { try count("finding", "count(*)", store) + " findings" })
    {
      try check.report(in: store)
      try previous.takeBack(from: store, accepting: options.accepted)
    }
    try timings.measure("compute", amount: { try count("figure", "count(*)", store) + " figures" })
    {
      let lists = definitions.reference.lists
      let compute = Compute(pipeline: pipeline, lineage: definitions.lineage, lists: lists)
      try compute.run(in: store, year: options.year)
      try LastYear(output: output, inputs: inputs)?.compare(compute, lists, in: store)
      try check.reportFigures(in: store)
      if let restatement = inputs.restatement {
        try Restatement(
          decision: restatement, folder: output.release(restatement.previous, of: options.year),
          pipeline: pipeline
        ).record(in: store)
      }
    }
    if let definition = pipeline.disclosures.first {
      try timings.measure("disclose") {
        try Disclosure(pipeline: pipeline, definition: definition).run(
          in: store, after: try editions())
      }
    }
    let manifest = try timings.measure("publish", amount: { "\($0.outputs.count) files" }) {
      try publish(store, days: days, cutOff: cutOff)
    }
    return Built(
      manifest: manifest, days: days,
      workbook: manifest.workbook,
      newRefusals: try previous.newRefusals(in: staging, manifest), staging: staging)
  }

  /// The editions readers have of a year that is restated: it must go on withholding what they do.
  private func editions() throws -> [PublishedEdition] {
    guard inputs.restatement != nil else { return [] }
    let year = options.year
    do {
      return try PublishedEdition.acts(of: year, output, standing: nil).map {
        try PublishedEdition($0, of: year, output)
      }
    } catch RunError.lostEdition {
      return []  // made by an older program; `publish` refuses what cannot be held against it
    }
  }

  private func count(_ table: String, _ what: String, _ store: DatabaseQueue) throws -> String {
    let number = try store.read { db in
      try Int.fetchOne(db, sql: "SELECT \(what) FROM \(table)")
    }
    return String(number ?? 0)
  }

  private func publish(_ store: DatabaseQueue, days: [String], cutOff: String) throws -> Manifest {
    let waiting = days.filter { $0 > cutOff }
    let newest = days.last { $0 <= cutOff }
    let id = inputs.releaseID(waiting: waiting)
    let folder = staging + "/internal"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try store.write { db in
      try Schema(pipeline: pipeline, lists: definitions.reference.lists)
        .createPublicationViews(in: db)
      try pipeline.writeSentences(in: db)
    }
    let title = pipeline.workbooks.first?.title ?? "Fund report"
    try CSVPublication(pipeline: pipeline, title: "\(title), \(options.year)")
      .write(to: folder + "/csv", from: store)
    let note = WorkbookPublication.ReleaseNote(
      id: id, year: options.year, newest: newest, definitions: pipeline.digest)
    for workbook in pipeline.workbooks {
      let name = fileName(workbook)
      let publication = WorkbookPublication(
        pipeline: pipeline, definition: workbook, release: note)
      try publication.write(name, to: folder, from: store)
      try publication.writeDrawings(to: "\(folder)/charts", from: store)
    }
    try store.write { db in
      for document in pipeline.documents {
        try DocumentPublication(definition: document, pipeline: pipeline, db: db)
          .write(to: "\(folder)/\(document.fileName(options.year))")
      }
    }
    if let first = pipeline.workbooks.first {
      try WorkbookPublication(pipeline: pipeline, definition: first, release: note)
        .writePage(to: folder, from: store)
    }
    if let returns = pipeline.returns {
      try ReturnedForms(
        pipeline: pipeline, definition: returns, dataFolder: options.dataFolder,
        entries: inputs.entries, created: note.dataAsOf
      ).write(to: folder + "/returns", from: store)
    }
    if let edition = pipeline.editions.first {
      try PublicEdition(pipeline: pipeline, definition: edition, release: note)
        .write(to: "\(staging)/\(PublicCopy.folder)", from: store)
    }
    try store.write { try DefinitionCopy.keep(pipeline, in: $0) }
    let findings = try listedFindings(store)
    let evidence = pipeline.workbooks.first.map(fileName) ?? "report-\(options.year)"
    try store.vacuum(into: "\(folder)/\(evidence).sqlite")
    try store.close()
    try FileManager.default.removeItem(atPath: staging + "/build.sqlite")
    try protect(folder)
    let manifest = Manifest(
      release: id, period: options.year, program: "fundreport \(ProgramVersion.current)",
      definitions: pipeline.digest, previousYear: inputs.previousYear,
      restatement: inputs.restatement, inputs: inputs.files,
      dataAsOf: newest, waiting: waiting, findings: findings,
      outputs: try Manifest.files(in: staging))
    try manifest.write(to: staging)
    try Durable.syncTree(staging)
    let differences = try Manifest.read(from: staging).differences(in: staging)
    guard differences.isEmpty else {
      throw RunError.bug("the release reads back otherwise: " + differences.joined(separator: "; "))
    }
    return manifest
  }

  /// Findings by severity, as the published table of issues lists them.
  private func listedFindings(_ store: DatabaseQueue) throws -> [String: Int] {
    guard let name = pipeline.workbooks.first?.issues,
      let table = pipeline.tables.first(where: { $0.name == name })
    else { return [:] }
    return try store.read { db in
      let sql = "SELECT severity, count(*) FROM (\n\(table.sql)\n) GROUP BY severity"
      let rows = try Row.fetchAll(db, sql: sql)
      return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private func fileName(_ workbook: WorkbookDefinition) -> String {
    workbook.name.replacing("{year}", with: String(options.year))
  }

  /// Internal files are readable by owner and group only.
  private func protect(_ folder: String) throws {
    let manager = FileManager.default
    for path in [""] + (manager.subpaths(atPath: folder) ?? []) {
      let full = folder + "/" + path
      let type = try manager.attributesOfItem(atPath: full)[.type] as? FileAttributeType
      try manager.setAttributes(
        [.posixPermissions: type == .typeDirectory ? 0o750 : 0o640], ofItemAtPath: full)
    }
  }
}
