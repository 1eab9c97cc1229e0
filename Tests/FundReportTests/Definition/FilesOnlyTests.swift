import Foundation
import Testing

/// The Fund's rules are files: adding one needs no compiler.
@Suite struct FilesOnlyTests {
  @Test func `an indicator, a check, a column and a code are added with files only`() throws {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.write(
      """
      code: XX-01
      title: Agreements in the capital
      chapter: Partnerships
      unit: percent
      from: agreement
      where: in_year and place is 'CAPITAL'
      value: count
      out_of: { where: in_year }
      by: [stakeholder_type]
      definition: Agreements of PA-01 in the capital, of all of PA-01.
      source: A test
      fr:
        title: Accords dans la capitale
        definition: Accords de PA-01 dans la capitale, parmi tous ceux de PA-01.
      es:
        title: Acuerdos en la capital
        definition: Acuerdos de PA-01 en la capital, entre todos los de PA-01.
      """, to: "pipeline/4-indicators/partnerships/XX-01.yml")
    try fund.write(
      """
      code: X-77
      title: { en: Place not said, fr: Lieu non précisé, es: Lugar sin indicar }
      severity: notice
      why: A test
      mend: Say where.
      source: A test
      finds:
        - sql: |
            SELECT row_id, 'place' AS field FROM sheet_agreements WHERE place IS NULL
          message:
            en: the place is not said
            fr: le lieu n'est pas précisé
            es: no se indica el lugar
      """, to: "pipeline/3-checks/X-77.yml")
    try fund.write(
      "code,label_en,label_fr,label_es\nCAPITAL,Capital,Capitale,Ciudad capital\n",
      to: "code-lists/places.csv")
    try fund.edit(
      "1-sources/agreements.yml", "fields:\n",
      "fields:\n  - { name: place, label: { en: Place, fr: Lieu }, type: code(places) }\n")
    try fund.edit(
      "2-models/agreement.sql", "--   row_id ",
      "--   place  code(places)  Place: where\n--   row_id ")
    try fund.edit("2-models/agreement.sql", "  a.row_id\nFROM", "  q.place,\n  a.row_id\nFROM")
    try fund.edit(
      "2-models/agreement.sql", "CROSS JOIN period y",
      "JOIN sheet_agreements q ON q.row_id = a.row_id\nCROSS JOIN period y")
    // A code is a line of its list.
    let list = fund.folder + "/code-lists/stakeholder_types.csv"
    let types = try String(contentsOfFile: list, encoding: .utf8)
    try fund.write(
      types + "GUILD,Guild,Guilde,Gremio,90,yes,no,no,no,no,no\n",
      to: "code-lists/stakeholder_types.csv")

    let rows = Agreements.rows([
      ("A-1", ["stakeholder_type": "guilde"]), ("A-2", ["partner_name": "Beta"]),
    ]).split(separator: "\n")
    let places = ["Lieu", "capitale", ""]
    try fund.form(agreements: zip(rows, places).map { "\($0),\($1)" }.joined(separator: "\n"))

    let run = try fund.program()
    #expect(run.complaint == "")
    #expect(run.code == 0)
    let release = Release(folder: fund.folder + "/output/2025/current")
    #expect(
      try release.figure("XX-01") == Release.Figure(value: "50", numerator: "1", denominator: "2"))
    #expect(try release.value("XX-01", "stakeholder_type", "GUILD") == "100")
    #expect(try release.issues(of: "X-77") == ["notice agreements.csv!T3 "])
    let explained = try Program(
      "explain", "XX-01", "--pipeline", fund.pipelineFolder, "--output", fund.folder + "/output")
    #expect(explained.output.contains("T2 place=CAPITAL"))
    let recalculated = try Witness(
      "recalculate.py", release.folder + "/internal/annual-report-2025.xlsx")
    #expect(recalculated.code == 0)
  }

  @Test func `no indicator, form column or list code occurs in the program`() throws {
    let sources = try Repository.files(below: "Sources", ending: "swift")
      .filter { !$0.path.contains("/Sources/Spreadsheet/") }
    var words: Set<String> = []
    for file in try Repository.files(below: "pipelines", ending: "yml") {
      for line in file.text.split(separator: "\n") {
        let line = line.trimmingCharacters(in: .whitespaces)
        if line.hasPrefix("code: ") { words.insert(String(line.dropFirst(6))) }
        if let name = line.firstMatch(of: /name: ([a-z0-9]+_[a-z0-9_]+)/)?.1 {
          words.insert(String(name))
        }
      }
    }
    for file in try Repository.files(below: "data/code-lists", ending: "csv") {
      for line in file.text.split(whereSeparator: \.isNewline).dropFirst() {
        let code = String(line.prefix { $0 != "," })
        if code.count > 3, code.contains(where: \.isLetter) { words.insert(code) }
      }
    }
    #expect(words.count > 350)
    for file in sources {
      let found = Set(file.text.split { !($0.isLetter || $0.isNumber || "_-".contains($0)) })
      #expect(found.intersection(words.map { $0[...] }) == [], "\(file.path)")
    }
  }
}

extension Repository {
  /// Text files of the repository.
  static func files(below folder: String, ending: String) throws -> [(path: String, text: String)] {
    let names = FileManager.default.subpaths(atPath: root + "/" + folder) ?? []
    return try names.filter { $0.hasSuffix("." + ending) }.map { name in
      let path = "\(root)/\(folder)/\(name)"
      return (path, try String(contentsOfFile: path, encoding: .utf8))
    }
  }
}
