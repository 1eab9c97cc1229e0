extension Release {
  /// The public categories and values of one breakdown; `[c]` where one is withheld.
  func publicBreakdown(_ indicator: String, by dimension: String) throws -> [String: String] {
    var values: [String: String] = [:]
    for line in try table("indicators", of: "public")
    where line["indicator"] == indicator && line["dimension"] == dimension {
      let isWithheld = line["reason"] == "SUPPRESSED"
      values[line["category"] ?? ""] = isWithheld ? "[c]" : line["value"]
    }
    return values
  }

  /// The public total; nil when the figure is not public.
  func publicTotal(_ indicator: String) throws -> String? {
    try publicBreakdown(indicator, by: "")[""]
  }

  /// What was withheld, as `dimension=category part`, of one figure.
  func withheld(_ indicator: String) throws -> [String] {
    try table("suppression").filter { $0["indicator"] == indicator }.map {
      "\($0["dimension"] ?? "")=\($0["category"] ?? "") \($0["part"] ?? "")"
    }
  }
}
