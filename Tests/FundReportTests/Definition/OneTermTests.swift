import Foundation
import Testing

/// One thing has one name in French and in Spanish, wherever a definition or a code list says it.
@Suite struct OneTermTests {
  @Test(arguments: [
    ("transféré", #"en aval|transmis"#),
    ("organisation de terrain", #"(organisations?|partenaires) de base\b"#),
    ("diligence raisonnable", #"[Vv]érification préalable"#),
    ("événement, evento", #"[Mm]anifestation|\b[Aa]ctos?\b"#),
    (
      "partie prenante, parte interesada",
      #"\b([Aa]cteurs?|[Aa]ctor|[Aa]ctores)\b(?! guberna| gouverne)"#
    ),
    ("phase", #"\bÉtape\b"#),
    ("nature, of what is of a kind; genre is that of people", #"\bGenre\b"#),
    ("organización líder", #"[Oo]rganización principal"#),
    ("capacitación", #"[Ff]ormaciones"#),
    ("nivel de transferencia", #"[Nn]ivel de la cadena"#),
    ("comité directeur du Fonds", #"pilotage du Fonds"#),
    ("transferts et subventions aux partenaires", #"homologues|donaciones"#),
    (
      "programme conjoint, programa conjunto within a sentence",
      #"[a-zé’',] (Programmes? conjoints?|Programas? conjuntos?)|(Programme|Programa)s? [CJ]onj"#
    ),
  ])
  func `a word that was given up does not come back`(term: String, rejected: String) throws {
    let pattern = try Regex(rejected)
    let found = try texts.filter { try pattern.firstMatch(in: $0.text) != nil }
    #expect(found.map { "\($0.file): \($0.text)" } == [], "say: \(term)")
  }

  /// French and Spanish texts of definitions, labels of code lists; former headings may be read.
  private var texts: [(file: String, text: String)] {
    get throws {
      var texts: [(file: String, text: String)] = []
      for folder in ["pipelines/annual-report", "data/code-lists"] {
        let root = "\(Repository.root)/\(folder)"
        for file in try FileManager.default.subpathsOfDirectory(atPath: root) where isTold(file) {
          let text = try String(contentsOfFile: "\(root)/\(file)", encoding: .utf8)
          for line in text.split(separator: "\n").map(String.init)
          where !line.contains("aliases:") && !line.contains(/^ *en:/) {
            texts.append((file, line))
          }
        }
      }
      return texts
    }
  }

  /// Words in names of partners and of countries are not ours.
  private func isTold(_ file: String) -> Bool {
    [".yml", ".sql", ".csv"].contains { file.hasSuffix($0) }
      && !["countries.csv", "punos.csv", "name_words.csv", "currencies.csv"].contains(file)
  }
}
