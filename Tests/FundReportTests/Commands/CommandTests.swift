import Foundation
import Testing

/// What people and cron see of the command: words and exit codes.
@Suite struct CommandTests {
  @Test(arguments: [
    ["run"], ["run", "--period", "abc"], ["run", "--period", "2025", "--as-of", "soon"],
    ["run", "--period", "2025", "--nonsense"], ["explain", "PA-01", "--category", "country"],
    ["check", "/nowhere/form.xlsx"], ["run", "--period", "2025", "--data", "/nowhere"],
  ])
  func `wrong usage exits with 2 and says why`(words: [String]) throws {
    let output = FileManager.default.temporaryDirectory.path + "/none-" + UUID().uuidString
    let added = words[0] == "run" ? ["--output", output] : []
    let program = try Program(list: words + added)
    #expect(program.code == 2, "\(program.complaint)")
    #expect(!program.complaint.isEmpty)
  }

  @Test func `an output folder that is none is a failure of the disk`() throws {
    let fund = try TinyFund()
    try fund.write("", to: "output")
    let program = try fund.program()
    #expect(program.code == 4)
    #expect(program.complaint.contains(fund.folder + "/output"))
  }

  @Test(arguments: [("eio", "Input/output error"), ("full", "No space left on device")])
  func `a failure of the disk is told in words`(how: String, words: String) throws {
    let fund = try TinyFund()
    let shim = fund.folder + "/failing.so"
    let source = Repository.root + "/Tests/Witnesses/failing_calls.c"
    let clang = Process()
    clang.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    clang.arguments = ["clang", "-shared", "-fPIC", "-o", shim, source, "-ldl"]
    try clang.run()
    clang.waitUntilExit()
    #expect(clang.terminationStatus == 0)
    // Of the calls that change the disk the fortieth makes a CSV file.
    let run = try fund.program(
      environment: [
        "LD_PRELOAD": shim, "FAIL_KIND": "place", "FAIL_AT": "40", "FAIL_HOW": how,
      ])
    #expect(run.code == 4)
    #expect(run.complaint.hasSuffix(".csv: cannot be written: \(words)\n"), "\(run.complaint)")
  }

  @Test func `a second run leaves at once and names the first`() throws {
    let fund = try TinyFund()
    try fund.write("process 42, since the morning\n", to: "output/.lock")
    let holder = Process()
    holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
    holder.arguments = [fund.folder + "/output/.lock", "sleep", "30"]
    try holder.run()
    defer { holder.terminate() }
    var program = try fund.program()
    // The holder may not have the lock yet.
    for _ in 0..<20 where program.code != 5 { program = try fund.program() }
    #expect(program.code == 5)
    #expect(program.complaint.hasPrefix("another run is at work: process "))
    #expect(program.complaint.contains(", since "))
    // A busy machine starts programs slowly: the fastest of five says how long it takes.
    let times = try (1...5).map { _ in
      try ContinuousClock().measure { program = try fund.program() }
    }
    #expect(program.code == 5)
    #expect(try #require(times.min()) < .seconds(1))
    // The holder sleeps on: nobody waited for it.
    #expect(holder.isRunning)
  }

  @Test func `check prints what to mend and where, in files that were not sent yet`() throws {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", ["amount": "1 200"])]))
    let form = fund.folder + "/reports/2025/JP-1-IOM-v1"
    let wrong = try Program("check", form, "--data", fund.folder)
    #expect(wrong.code == 1)
    #expect(
      wrong.output.contains(
        """
        error C-15 – A cell or answer that cannot be used
          \(form)/agreements.csv › agreements.csv!M2: “1 200” is not a plain number; type \
        digits with a decimal point, without thousands separators or currency
              found:    1 200
              expected: a number such as 1200.50
        """))
    try fund.form(
      agreements: Agreements.rows([("A-1", [:])]), transfers: Transfers.rows([("A-1", [:])]))
    let right = try Program("check", form, "--data", fund.folder)
    #expect(right.output == "\(form): nothing to mend\n")
    #expect(right.code == 0)
  }

  @Test func `explain leads from a figure to the cells behind it`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", [:]), ("A-2", ["partner_name": "Beta", "form": "NON_FINANCIAL", "amount": "0"]),
      ]))
    _ = try fund.release()
    let output = fund.folder + "/output"
    let share = try Program(
      "explain", "pa-05", "--category", "stakeholder_type=NGO_N", "--output", output)
    #expect(share.code == 0)
    for line in [
      "Value        1 of 2", "Numerator    1", "Denominator  2",
      "Rows that count: 1 row of agreement where in_year and is_financial and stakeholder_type is NGO_N",
      "  - JP-1 · A-1 · Alpha",
      "      reports/2025/JP-1-IOM-v1/agreements.csv › agreements.csv!A2:S2",
      "Rows of the denominator that do not: 1 row of agreement where in_year and stakeholder_type is "
        + "NGO_N",
    ] {
      #expect(share.output.contains(line + "\n"), "\(line)")
    }
    let programmes = try Program("explain", "PA-04", "--output", output)
    #expect(programmes.output.contains("agreements.csv!A3:S3"))
    let unknown = try Program("explain", "PA-05", "--category", "colour=RED", "--output", output)
    #expect(unknown.code == 2)
    #expect(unknown.complaint.contains("is not broken down by colour; it is by programme, puno"))
  }
}
