extension Release {
  /// Everything said about one file or folder, one line each:
  /// `severity rule sheet!cell | found | expected | message`.
  func findings(in file: String, of rule: String? = nil) throws -> [String] {
    try table("issues").filter { line in
      (line["file"] ?? "").hasPrefix("reports/\(file)") && (rule == nil || line["rule"] == rule)
    }.map { line in
      let text = { (name: String) in line[name] ?? "" }
      return "\(text("severity")) \(text("rule")) \(text("sheet"))!\(text("cell")) | "
        + "\(text("found")) | \(text("expected")) | \(text("message"))"
    }
  }

  /// State and rows of every file, as `state read = accepted + quarantined`.
  func submissions() throws -> [String: String] {
    var submissions: [String: String] = [:]
    for line in try table("submissions") {
      let number = { (name: String) in line[name].flatMap { $0.isEmpty ? "0" : $0 } ?? "0" }
      let rows = "\(number("rows_read")) = \(number("accepted")) + \(number("quarantined"))"
      submissions[line["file"] ?? ""] = "\(line["state"] ?? "") \(rows)"
    }
    return submissions
  }
}
