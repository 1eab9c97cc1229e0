import Spreadsheet
import Testing

struct RecalculationTests {
  @Test func `a wrong cached number, a wrong text and an error are noticed`() throws {
    let witness = try recalculate([
      [.number(3), .number(0), .formula("=A1*2", cached: .number(7), .decimal)],
      [.formula("=IF(B1=0,\"[x]\",A1/B1)", cached: .text("[z]"), .percent)],
      [.formula("=A1/B1", cached: .text("#DIV/0!"), .percent)],
      [.arrayFormula("=SUM(A1:B1*2)", cached: .number(6), .decimal)],
      [.formula("=1/3", cached: .number(0.333333), .decimal)],
    ])
    #expect(
      witness.lines == [
        "Figures!C1: cached 7, recalculated 6, =A1*2",
        "Figures!A2: cached '[z]', recalculated '[x]', =IF(B1=0,\"[x]\",A1/B1)",
        "Figures!A3: cached '#DIV/0!', recalculated '#DIV/0!', =A1/B1",
        "Figures!A5: cached 0.333333, recalculated 0.333333333333333, =1/3",
        "5 formulas compared, 4 differ",
      ])
    #expect(witness.code == 1)
  }

  @Test func `a workbook without formulas is no evidence`() throws {
    let witness = try recalculate([[.number(3)]])
    #expect(witness.lines == ["0 formulas compared, 0 differ"])
    #expect(witness.code == 1)
  }

  @Test func `a file that is no workbook is told apart from a difference`() throws {
    #expect(try Witness("recalculate.py", #filePath).code == 2)
  }

  @Test func `the recommended formulas recalculate to their cached values`() throws {
    var data = Sheet.example(
      "Data",
      [
        [.text("flag"), .text("Region"), .text("key"), .text("Paid, USD")],
        [.number(1), .text("015", .code), .number(1), .number(10)],
        [.number(1), .text("015", .code), .number(1), .number(-20)],
        [.number(1), .text("15", .code), .number(2), .number(30.5)],
        [.number(1), .text("015", .code), .number(4), .number(50)],
        [.number(0), .text("015", .code), .number(9), .number(70)],
      ])
    data.tables = [
      Table(
        name: "Data", firstRow: 1, lastRow: 6, lastColumn: 4,
        headers: ["flag", "Region", "key", "Paid, USD"])
    ]
    let figures = Sheet.example(
      "Figures",
      [
        figureLine(row: 1, code: "015", count: 3, sum: 40, distinct: 2, median: 10),
        figureLine(row: 2, code: "15", count: 1, sum: 30.5, distinct: 1, median: 30.5),
        figureLine(row: 3, code: "0*", count: 0, sum: 0, distinct: 0, median: nil),
      ])
    let witness = try recalculate(.example(figures, data))
    #expect(witness.lines == ["15 formulas compared, 0 differ"])
    #expect(witness.code == 0)
  }

  /// Count, sum, distinct, mean and median over the rows of one code.
  private func figureLine(
    row: Int, code: String, count: Double, sum: Double, distinct: Double, median: Double?
  ) -> [OutputCell] {
    let chosen = "(Data[flag]=1)*(Data[Region]=$A\(row))"
    let keys = "\(chosen)*Data[key]"
    let mark = Cached.text("[x]")
    return [
      .text(code, .code),
      .formula("=SUMPRODUCT(\(chosen))", cached: .number(count), .integer),
      .formula("=SUMPRODUCT(\(chosen),Data[Paid, USD])", cached: .number(sum), .money),
      .formula(
        "=SUMPRODUCT(--(FREQUENCY(\(keys),\(keys))>0))-(SUMPRODUCT(\(chosen))<ROWS(Data[key]))",
        cached: .number(distinct), .integer),
      .formula(
        "=IF(B\(row)=0,\"[x]\",C\(row)/B\(row))",
        cached: count == 0 ? mark : .number(sum / count), .decimal),
      .formula(
        "=IF(B\(row)=0,\"[x]\",_xlfn.AGGREGATE(16,6,Data[Paid, USD]/(\(chosen)),0.5))",
        cached: median.map(Cached.number) ?? mark, .money),
    ]
  }

  private func recalculate(_ rows: [[OutputCell]]) throws -> Witness {
    try recalculate(.example(.example("Figures", rows)))
  }

  private func recalculate(_ book: Workbook) throws -> Witness {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    try book.write(to: folder.path("figures.xlsx"))
    return try Witness("recalculate.py", folder.path("figures.xlsx"))
  }
}
