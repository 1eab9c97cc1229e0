import Foundation
import Yams

/// A definition file of `pipelines/`: its path and its text.
struct DefinitionFile {
  var path: String
  var text: String

  var name: String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }

  /// The files with one ending below a folder, in the order of their paths' bytes.
  static func all(in folder: String, ending: String, mistakes: MistakeList) -> [DefinitionFile] {
    let paths: [String]
    do {
      paths = try FileContents.paths(below: folder)
    } catch {
      // Without what lies in a folder that nobody may read the others would mean something else.
      mistakes.add(folder, nil, "cannot be read, or a folder in it: \(error.localizedDescription)")
      return []
    }
    let named = paths.filter { path in
      path.hasSuffix("." + ending) && !path.split(separator: "/").contains(where: isHidden)
    }
    return named.map { folder + "/" + $0 }.sorted(by: byteOrder).compactMap { path in
      guard let data = FileManager.default.contents(atPath: path),
        let text = String(data: data, encoding: .utf8)
      else {
        mistakes.add(path, nil, "cannot be read as UTF-8 text")
        return nil
      }
      return DefinitionFile(path: path, text: text)
    }
  }

  /// The top mapping of a YAML file; nil with a mistake when the text is no YAML.
  func mapping(mistakes: MistakeList) -> DefinitionMapping? {
    // Aliases of aliases are how a few lines become more than any memory holds.
    if let line = lineOfAnchor {
      mistakes.add(
        path, line, "anchors and aliases (`&name`, `*name`) are not read; write the value out")
      return nil
    }
    do {
      guard let node = try Yams.compose(yaml: text) else {
        mistakes.add(path, 1, "the file is empty")
        return nil
      }
      return DefinitionMapping(node, file: path, mistakes: mistakes)
    } catch let error as YamlError {
      report(error, to: mistakes)
    } catch {
      mistakes.add(path, nil, "\(error)")
    }
    return nil
  }

  /// The first line with an anchor or alias where YAML takes a value.
  private var lineOfAnchor: Int? {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "*") }) else {
      return nil
    }
    let pattern = #"(?m)^(?!\s*#)(?:|.*?(?:[:?\-]\s|[\[{]))\s*[&*][\w.-]"#
    guard let range = text.range(of: pattern, options: .regularExpression) else { return nil }
    return 1 + text[..<range.upperBound].count { $0 == "\n" || $0 == "\r\n" }
  }

  private func report(_ error: YamlError, to mistakes: MistakeList) {
    switch error {
    case .duplicatedKeysInMapping(let keys, let context):
      for key in keys.map(String.init(describing:)).sorted() {
        let line = secondLine(of: key, after: context.mark.line) ?? context.mark.line
        mistakes.add(path, line, "the key `\(key)` stands here twice; keep one")
      }
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      mistakes.add(path, mark.line, "no valid YAML: \(problem)")
    default:
      mistakes.add(path, nil, "no valid YAML: \(error)")
    }
  }

  private func secondLine(of key: String, after start: Int) -> Int? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let hits = lines.indices.filter { index in
      let line = lines[index].drop { $0 == " " || $0 == "-" || $0 == "{" }
      return index + 1 >= start && line.hasPrefix(key + ":")
    }
    return hits.count > 1 ? hits[1] + 1 : nil
  }
}

/// The order of the bytes of two texts, the same on every machine.
func byteOrder(_ one: String, _ other: String) -> Bool {
  one.utf8.lexicographicallyPrecedes(other.utf8)
}

private func isHidden(_ component: Substring) -> Bool { component.hasPrefix(".") }
