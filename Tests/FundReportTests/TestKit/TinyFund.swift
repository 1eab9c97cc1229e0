import Foundation
import FundReport
import Spreadsheet

/// A fund small enough to check by hand, written as CSV folders into a folder of its own.
///
/// It starts with one live Joint Programme, `JP-1` in Kenya, led by IOM with ILO taking part, and
/// one rate: 100 KES to the dollar. The Steering Committee is complete, and the Fund held a
/// Consultative Forum in 2025. Code lists and definitions are the product's own.
final class TinyFund {
  let folder: String
  var pipelineFolder = Repository.pipeline
  private var programmes = [
    "JP-1,,One (fictional),COUNTRY,KEN,1,2022-05-01,2022-01-01,2026-12-31"
  ]
  private var punos = ["JP-1,IOM,LEAD,2022-01-01,", "JP-1,ILO,PARTICIPATING,2022-01-01,"]

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/fund-" + UUID().uuidString
    for name in ["registers", "reports"] {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + name, withIntermediateDirectories: true)
    }
    try FileManager.default.copyItem(
      atPath: Repository.root + "/data/code-lists", toPath: folder + "/code-lists")
    try writeProgrammes()
    try register(
      "exchange_rates",
      """
      currency,effective_from,units_per_usd
      KES,2025-01-01,100
      """)
    let seats = ["UN_NETWORK", "DONOR", "COUNTRY", "STAKEHOLDER"].flatMap { constituency in
      (1...3).map { "\(constituency)-\($0),\(constituency),Holder \($0),2022-01-01," }
    }
    try register(
      "steering_committee",
      (["seat,constituency,holder,from_on,to_on"] + seats).joined(separator: "\n"))
    try register("fund_events", "event,event_kind,held_on\nForum,CONSULTATIVE_FORUM,2025-11-01")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }  // leaving it would harm nobody

  /// Adds a Joint Programme led by IOM; it is live in 2025 and older than the rules of 2023 unless
  /// told otherwise.
  func add(
    _ programme: String, formerCodes: String = "", countries: String = "KEN", area: Int = 1,
    conceptNoteOn: String = "2022-05-01", startOn: String = "2022-01-01",
    endOn: String = "2026-12-31", lead: String = "IOM"
  ) throws {
    programmes.append(
      "\(programme),\(formerCodes),\(programme) (fictional),MULTI_COUNTRY,\(countries),\(area),"
        + "\(conceptNoteOn),\(startOn),\(endOn)")
    punos.append("\(programme),\(lead),LEAD,,")
    try writeProgrammes()
  }

  /// Adds an organisation that takes part in a Joint Programme between two days, if any.
  func addPUNO(_ puno: String, to programme: String, from: String = "", until: String = "") throws {
    punos.append("\(programme),\(puno),PARTICIPATING,\(from),\(until)")
    try writeProgrammes()
  }

  private func writeProgrammes() throws {
    let columns =
      "programme_code,former_codes,title,scope,countries,thematic_area,concept_note_on,start_on,"
      + "end_on"
    try register("programmes", ([columns] + programmes).joined(separator: "\n"))
    let header = "programme_code,puno,role,from_on,to_on"
    try register("programme_punos", ([header] + punos).joined(separator: "\n"))
  }

  /// Replaces a register by these lines.
  func register(_ name: String, _ csv: String) throws {
    try write(csv + "\n", to: "registers/\(name).csv")
  }

  /// Writes one form as a CSV folder; header lines name the fields of the tables.
  ///
  /// `sheets` are the lines of other tables, header first, by the name of their file without `.csv`.
  func form(
    _ programme: String = "JP-1", year: Int = 2025, by puno: String = "IOM", version: Int = 1,
    submittedOn: String? = nil, answers: [String: String] = [:],
    agreements: String = "agreement_ref,puno,partner_name", transfers: String = Transfers.header,
    sheets: [String: String] = [:], folder name: String? = nil
  ) throws {
    let place = "reports/\(year)/\(name ?? "\(programme)-\(puno)-v\(version)")"
    var head = """
      field,value
      programme_code,\(programme)
      reporting_year,\(year)
      version,\(version)
      submitted_on,\(submittedOn ?? "\(year + 1)-02-01")
      prepared_by,\(puno)

      """
    for (field, value) in answers.sorted(by: { $0.key < $1.key }) { head += "\(field),\(value)\n" }
    try write(head, to: place + "/programme.csv")
    let noRows = agreements == "agreement_ref,puno,partner_name"
    try write((noRows ? Agreements.header : agreements) + "\n", to: place + "/agreements.csv")
    try write(transfers + "\n", to: place + "/transfers.csv")
    for (sheet, text) in Self.otherSheets.merging(sheets, uniquingKeysWith: { _, given in given }) {
      try write(text + "\n", to: "\(place)/\(sheet).csv")
    }
  }

  /// Sheets that must be there, empty unless a test gives their lines.
  private static let otherSheets = [
    "structures": "body_name,body_kind,body_function,stakeholder_type,seats",
    "engagement": "phase,stakeholder_type,engagement_level,engaged_on",
    "events": "event_ref,title,event_kind,started_on,stakeholder_type",
    "accountability": "item,in_place",
  ]

  /// The form of 2025 for the lead of `JP-1`, written into a folder of its own.
  func leadsForm(in language: Language) throws -> String {
    try FormTemplates(pipelineFolder: pipelineFolder, dataFolder: folder)
      .write(year: 2025, programme: "JP-1", language: language, to: folder + "/forms")
      .first { $0.hasSuffix("IOM.xlsx") } ?? ""
  }

  func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Runs one year and reads the release.
  func release(_ year: Int = 2025, asOf: String = "2026-11-21") throws -> Release {
    let outcome = try run(year, asOf: asOf)
    return Release(folder: outcome.releaseFolder, fund: self)
  }

  func run(_ year: Int = 2025, asOf: String = "2026-11-21") throws -> ReportRun.Outcome {
    guard let cutOff = CalendarDay(iso8601: asOf) else { throw NoSuchDay(text: asOf) }
    return try ReportRun(
      .init(
        pipelineFolder: pipelineFolder, dataFolder: folder, outputFolder: folder + "/output",
        year: year, cutOff: cutOff)
    ).run()
  }

  struct NoSuchDay: Error { var text: String }
}

/// Where the repository stands, whatever the working folder.
enum Repository {
  static let root: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// The definitions under test; a copy with one condition less, when that is tried.
  static let pipeline =
    ProcessInfo.processInfo.environment["FUNDREPORT_PIPELINE"] ?? root + "/pipelines/annual-report"
}

/// A line of the sheet Agreements: a counted, local, financial agreement unless told otherwise.
enum Agreements {
  static let fields = [
    "agreement_ref", "puno", "partner_name", "partner_acronym", "stakeholder_type", "level",
    "country", "ingo_affiliate", "agreement_type", "form", "roles", "currency", "amount",
    "signed_on", "start_on", "end_on", "status", "selection", "publish_name",
  ]
  static let header = fields.joined(separator: ",")
  private static let usual = [
    "puno": "IOM", "partner_name": "Alpha", "stakeholder_type": "NGO_N", "level": "NATIONAL",
    "country": "KEN", "ingo_affiliate": "no", "agreement_type": "GRANT", "form": "FINANCIAL",
    "currency": "USD", "amount": "1000", "signed_on": "2025-01-15", "start_on": "2025-02-01",
    "status": "ACTIVE",
  ]

  /// Rows by reference; each changes what it names of the usual row, `""` empties a cell.
  ///
  /// `further` names columns that most tests do without.
  static func rows(
    _ rows: [(ref: String, changes: [String: String])], further: [String] = []
  ) -> String {
    let fields = fields + further
    let lines = rows.map { ref, changes in
      fields.map { field in
        field == "agreement_ref" ? ref : changes[field] ?? usual[field] ?? ""
      }.joined(separator: ",")
    }
    return ([fields.joined(separator: ",")] + lines).joined(separator: "\n")
  }
}

/// A line of the sheet Transfers: USD 100 paid by IOM in March 2025 unless told otherwise.
enum Transfers {
  static let fields = [
    "agreement_ref", "puno", "paid_on", "currency", "amount", "tier", "sub_partner_name",
    "sub_partner_type", "sub_partner_level",
  ]
  static let header = fields.joined(separator: ",")
  private static let usual = [
    "puno": "IOM", "paid_on": "2025-03-01", "currency": "USD", "amount": "100",
  ]

  static func rows(_ rows: [(ref: String, changes: [String: String])]) -> String {
    ([header]
      + rows.map { ref, changes in
        fields.map { field in
          field == "agreement_ref" ? ref : changes[field] ?? usual[field] ?? ""
        }.joined(separator: ",")
      }).joined(separator: "\n")
  }
}
