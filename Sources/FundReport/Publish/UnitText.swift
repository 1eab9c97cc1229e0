import Spreadsheet

/// How units are called beside a number.
enum UnitText {
  static func short(_ unit: IndicatorDefinition.Unit) -> String {
    switch unit {
    case .count: "number"
    case .percent: "%"
    case .usd: "USD"
    case .number: "number"
    case .days: "days"
    }
  }

  static func style(_ unit: IndicatorDefinition.Unit) -> CellStyle {
    switch unit {
    case .count, .days: .integer
    case .percent: .percentPoints
    case .usd: .money
    case .number: .oneDecimal
    }
  }

  /// A difference, with its sign; of percentages, in percentage points.
  static func changeStyle(_ unit: IndicatorDefinition.Unit) -> CellStyle {
    let format =
      switch unit {
      case .count, .days: "+#,##0;-#,##0;0"
      case .percent: "+#,##0.0\" pp\";-#,##0.0\" pp\";0.0\" pp\""
      case .usd: "+#,##0.00;-#,##0.00;0.00"
      case .number: "+#,##0.0;-#,##0.0;0.0"
      }
    return CellStyle(numberFormat: format, horizontal: .right)
  }
}

extension CellStyle {
  /// A percentage kept as 0 to 100, as in the CSV files.
  static let percentPoints = CellStyle(numberFormat: "#,##0.0\"%\"", horizontal: .right)
  /// Counts, numbers and years on data sheets: no separators.
  static let plainInteger = CellStyle(numberFormat: "0", horizontal: .right)
  /// A text that does not wrap.
  static let oneLine = CellStyle(horizontal: .left)
  /// A text such as `3 of 4 live`, and the mark where there is none.
  static let counts = CellStyle(horizontal: .left, indent: 1)
  static let noCounts = CellStyle(horizontal: .left, fontColour: 0x606060, indent: 1)
  static let oneDecimal = CellStyle(numberFormat: "#,##0.0", horizontal: .right)
  static let note = CellStyle(fontColour: 0x404040)
  static let boldBody = CellStyle(isBold: true, wraps: true, horizontal: .left)
  /// A mark in place of a number: grey, 6.3:1 on white and 5.3:1 on the ground of a total.
  static let mark = CellStyle(horizontal: .right, fontColour: 0x606060)

  /// A number that bears the mark of a restated figure, and remains a number.
  var restated: CellStyle {
    var style = self
    style.numberFormat = (numberFormat ?? "General") + "\" \(Shorthand.restated)\""
    return style
  }

  /// The line of a total stands out: bold on a light ground.
  func asTotal(_ isTotal: Bool) -> CellStyle {
    guard isTotal else { return self }
    var style = self
    style.isBold = true
    style.fill = 0xE8EEF4
    return style
  }

  /// Continued on further lines of the cell where it is long.
  var wrapping: CellStyle {
    var style = self
    style.wraps = true
    return style
  }

  /// Kept apart from a number to the left.
  var indented: CellStyle {
    var style = self
    style.indent = 1
    return style
  }
}
