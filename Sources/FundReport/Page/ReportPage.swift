/// A release as one page: facts, results, charts, figures by chapter and links to its files.
///
/// The page needs no other file, asks for none, and runs no program.
struct ReportPage {
  static let name = "index.html"

  struct File {
    var path: String
    var title: String
    var meaning: String
  }

  var title: String
  /// Who may read it, and what is unfinished; nil where there is nothing to say.
  var warning: String?
  var purpose: String
  var facts: [(name: String, text: String)]
  var results: TakenTable?
  var figures: FigureTables?
  var charts: [ChartData]
  /// Further tables, each under its title.
  var annexes: [TakenTable]
  var files: [File]
  /// What readers must know: marks in place of numbers, and notes.
  var notes: [(name: String, text: String)]
  var smallNumbers: SmallNumbers?

  private static let sections = [
    ("facts", "About"), ("results", "Results framework"), ("charts", "Charts"),
    ("figures", "Figures"), ("annexes", "Annexes"), ("files", "Files"), ("notes", "Notes"),
  ]

  func html() -> String {
    var html = HTMLText()
    html.markup("<!DOCTYPE html>\n")
    html.element("html", ["lang": "en"]) { html in
      html.element("head") { writeHead(to: &$0) }
      html.element("body") { html in
        html.element("a", ["class": "skip", "href": "#main"], "Skip to content")
        html.element("header") { html in
          if let warning { html.element("p", ["class": "warning"], warning) }
          html.element("h1", title)
          html.element("p", purpose)
          html.element("nav", ["aria-label": "Contents"]) { html in
            html.element("ul") { html in
              for (id, name) in Self.sections where has(id) {
                html.element("li") { $0.element("a", ["href": "#" + id], name) }
              }
            }
          }
        }
        html.element("main", ["id": "main", "tabindex": "-1"]) { html in
          for (id, name) in Self.sections where has(id) {
            html.element("section", ["id": id, "aria-labelledby": id + "-title"]) { html in
              html.element("h2", ["id": id + "-title"], name)
              write(id, to: &html)
            }
          }
        }
      }
    }
    return html.text
  }

  private func writeHead(to html: inout HTMLText) {
    html.empty("meta", ["charset": "utf-8"])
    html.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    // The browser itself sees to it that nothing is fetched or run.
    html.empty(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      ])
    html.empty("link", ["rel": "icon", "href": "data:,"])
    html.element("title", title)
    html.markup("<style>\n" + PageStyle.css + "</style>\n")
  }

  private func has(_ section: String) -> Bool {
    switch section {
    case "results": results != nil
    case "charts": !charts.isEmpty
    case "annexes": !annexes.isEmpty
    case "figures": figures.map { !$0.table.rows.isEmpty } ?? false
    case "notes": !notes.isEmpty
    default: true
    }
  }

  private func write(_ section: String, to html: inout HTMLText) {
    switch section {
    case "facts": writeList(facts, to: &html)
    case "results":
      if let results { write(results, to: &html) }
    case "charts":
      for chart in charts { write(chart, to: &html) }
    case "figures":
      guard let figures else { return }
      for chapter in figures.chapters {
        html.element("h3", chapter)
        figures.write(chapter, to: &html)
      }
    case "annexes":
      for annex in annexes {
        html.element("h3", annex.table.title)
        write(annex, to: &html)
      }
    case "files": writeFiles(to: &html)
    default: writeList(notes, to: &html)
    }
  }

  private func write(_ taken: TakenTable, to html: inout HTMLText) {
    let table = taken.table
    guard !table.rows.isEmpty else { return html.element("p", table.meaning + " There are none.") }
    PageTable(
      table.meaning, of: table, rows: table.rows, columns: taken.columns, smallNumbers: smallNumbers
    ).write(to: &html)
  }

  private func write(_ chart: ChartData, to html: inout HTMLText) {
    html.element("h3", chart.title)
    let id = html.newID()
    html.element(
      "div", ["class": "box", "tabindex": "0", "role": "group", "aria-label": chart.title]
    ) { $0.markup(ChartDrawing(data: chart, isTitled: false, prefix: id).svg()) }
  }

  private func writeList(_ entries: [(name: String, text: String)], to html: inout HTMLText) {
    html.element("dl") { html in
      for entry in entries {
        html.element("div") { html in
          html.element("dt", entry.name)
          html.element("dd", entry.text)
        }
      }
    }
  }

  private func writeFiles(to html: inout HTMLText) {
    html.element("ul", ["class": "files"]) { html in
      for file in files {
        html.element("li") { html in
          html.element("a", ["href": file.path], file.title)
          html.words(file.meaning)
        }
      }
    }
  }
}
