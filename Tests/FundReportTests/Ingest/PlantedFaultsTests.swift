import Foundation
import FundReport
import Spreadsheet
import Testing

/// Completeness by construction: as many faults as are planted in a clean form are found, each at
/// its cell, and nothing else.
@Suite struct PlantedFaultsTests {
  /// What may stand in a cell of a field and is wrong whatever the rest of the row says.
  private static let faults: [String: [(field: String, wrong: [String])]] = [
    "agreements": [
      ("puno", ["NOBODY", ""]), ("partner_name", ["", "  "]),
      ("stakeholder_type", ["NGOS", "", "1"]),
      ("level", ["MIDDLE", "LOCALS;"]), ("country", ["Atlantis", "KE N", ""]),
      ("ingo_affiliate", ["maybe", "2"]), ("agreement_type", ["PROMISE", "GRANT!"]),
      ("form", ["FINANCAL", ""]), ("roles", ["NOTHING", "ACCESS;NOTHING"]),
      ("currency", ["DOLLARS", "US"]),
      ("amount", ["1,000", "1 000", "x", "1e3", "٣", "922337203685477.58079", "--1", "0x1"]),
      ("signed_on", ["2025-13-01", "2025-02-30", "soon", "45000", "01/02/2025"]),
      ("start_on", ["2025-02-29", "", "spring"]), ("end_on", ["2025-00-01", "never"]),
      ("selection", ["LOTTERY"]), ("publish_name", ["perhaps", "y"]),
    ],
    "transfers": [
      ("agreement_ref", ["", "Z-99"]), ("puno", ["NOBODY", ""]),
      ("paid_on", ["", "2025-02-30", "yesterday", "2025"]), ("currency", ["", "ZZZ"]),
      ("amount", ["", "ten", "1.2.3", "1000000000001"]), ("tier", ["0", "1.5", "first"]),
    ],
  ]

  private static let rows = 24

  @Test func `every planted fault is found at its cell, and nothing else`() throws {
    let seed =
      ProcessInfo.processInfo.environment["FUNDREPORT_SEED"].flatMap(UInt64.init)
      ?? .random(in: 0...999_999)
    print("planted faults: FUNDREPORT_SEED=\(seed)")
    var random = SeededGenerator(state: seed)
    let fund = try TinyFund()
    let check = try FormCheck(pipelineFolder: fund.pipelineFolder, dataFolder: fund.folder)
    var planted = 0
    for form in 0..<20 {
      let faults = Self.plant(form == 0 ? 0 : Int.random(in: 1...60, using: &random), &random)
      planted += faults.count
      let isWorkbook = form % 2 == 1
      let path = try write(faults, to: fund, form, isWorkbook)
      let found = try check.check(path).findings.map { finding in
        let place = CellReference(row: finding.row ?? 0, column: finding.column ?? 0)
        return "\(finding.sheet?.replacing(".csv", with: "").lowercased() ?? "")!\(place)"
      }
      let expected = faults.keys.map { place in
        let first = isWorkbook ? 5 : 2
        let fields = place.table == "agreements" ? Agreements.fields : Transfers.fields
        let column = (fields.firstIndex(of: place.field) ?? 0) + 1
        return "\(place.table)!\(CellReference(row: place.row + first, column: column))"
      }
      #expect(
        found.sorted() == expected.sorted(), "form \(form), FUNDREPORT_SEED=\(seed): \(faults)")
    }
    #expect(planted > 100)
  }

  private struct Place: Hashable {
    var table: String
    var row: Int
    var field: String
  }

  /// Faults in that many cells, at most one in each.
  private static func plant(_ count: Int, _ random: inout SeededGenerator) -> [Place: String] {
    var planted: [Place: String] = [:]
    while planted.count < count {
      guard let table = ["agreements", "transfers"].randomElement(using: &random),
        let fault = faults[table]?.randomElement(using: &random),
        let wrong = fault.wrong.randomElement(using: &random)
      else { continue }
      // The first rows stay clean: payments are made under them.
      let row = Int.random(in: (table == "agreements" ? 4 : 0)..<rows, using: &random)
      planted[Place(table: table, row: row, field: fault.field)] = wrong
    }
    // An agreement is known by its PUNO and reference: without the one nobody knows the other.
    return planted.filter { place, wrong in
      let puno = Place(table: place.table, row: place.row, field: "puno")
      return place.field != "agreement_ref" || wrong.isEmpty || planted[puno] == nil
    }
  }

  /// Writes a form with these cells, and gives its path.
  private func write(
    _ faults: [Place: String], to fund: TinyFund, _ form: Int, _ isWorkbook: Bool
  ) throws -> String {
    let changes = { (table: String, row: Int, usual: [String: String]) in
      var changes = usual
      for (place, wrong) in faults where place.table == table && place.row == row {
        changes[place.field] = wrong
      }
      return changes
    }
    let agreements = (0..<Self.rows).map { row in
      (
        ref: "A-\(row)",
        changes: changes("agreements", row, ["partner_name": Self.partners[row % 8]])
      )
    }
    let transfers = (0..<Self.rows).map { row in
      let paid = String(100 + row)
      var changes = changes("transfers", row, ["amount": paid])
      let ref = changes.removeValue(forKey: "agreement_ref") ?? "A-\(row % 4)"
      return (ref: ref, changes: changes)
    }
    guard isWorkbook else {
      let quoted = { (rows: [(ref: String, changes: [String: String])]) in
        rows.map { ($0.ref, $0.changes.mapValues { $0.contains(",") ? "\"\($0)\"" : $0 }) }
      }
      try fund.form(
        agreements: Agreements.rows(quoted(agreements)),
        transfers: Transfers.rows(quoted(transfers)),
        folder: "form \(form)")
      return "\(fund.folder)/reports/2025/form \(form)"
    }
    let texts = { (rows: [(ref: String, changes: [String: String])]) in
      rows.map { ($0.ref, $0.changes.mapValues { OutputCell.text($0) }) }
    }
    try fund.workbook(
      "form \(form).xlsx",
      WorkbookForm(
        agreements: WorkbookForm.agreements(texts(agreements)),
        transfers: WorkbookForm.transfers(texts(transfers))))
    return "\(fund.folder)/reports/2025/form \(form).xlsx"
  }

  private static let partners = [
    "Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Theta", "Kappa",
  ]
}

/// Numbers that follow from a seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
