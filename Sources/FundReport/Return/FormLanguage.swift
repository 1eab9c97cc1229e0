import Spreadsheet

extension Language {
  /// The language most labels of a form are in; English where none tells.
  init(of sheets: [SentSheets.Sent]) {
    var hits: [Language: Int] = [:]
    for sheet in sheets {
      let texts = sheet.rows.prefix(HeaderSearch.searchedRows).flatMap(\.cells).compactMap {
        cell -> String? in
        guard case .text(let text) = cell.value, text.utf8.count < 200 else { return nil }
        return FoldedText.label(text)
      }
      let present = Set(texts)
      for language in Language.allCases {
        let labels = Set(sheet.source.fields.map { FoldedText.label($0.label.text(in: language)) })
        hits[language, default: 0] += labels.intersection(present).count
      }
    }
    let best = hits.values.max() ?? 0
    self = Language.allCases.first { hits[$0] == best } ?? .english
  }
}
