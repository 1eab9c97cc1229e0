import Foundation

/// The code lists and registers of a data folder, read and checked.
struct Reference {
  struct Register {
    /// Relative to the data folder.
    var path: String
    var sheet: ReadSheet
  }

  var lists: [CodeList]
  var registers: [Register]
  var cells: CellReading

  /// - Throws: what the disk says of a file that is there and cannot be read.
  init(dataFolder: String, pipeline: Pipeline, mistakes: MistakeList) throws {
    lists = try Self.lists(in: dataFolder, mistakes: mistakes)
    let cells = CellReading(lists)
    self.cells = cells
    let book = RegisterBook(dataFolder: dataFolder, mistakes: mistakes)
    registers = try pipeline.registers.map { definition in
      let path = "registers/" + (definition.csv ?? "")
      let full = dataFolder + "/" + path
      let reading = RegisterReading(definition: definition, cells: cells)
      if let sheet = book?.sheet(of: definition) {
        if FileManager.default.fileExists(atPath: full) {
          let message = "the register also stands in \(RegisterBook.path); keep one of the two"
          mistakes.add(full, nil, message)
        }
        return Register(path: RegisterBook.path, sheet: reading.read(sheet, mistakes: mistakes))
      }
      let sheet = try reading.read(full, shownAs: full, mistakes: mistakes)
      return Register(path: path, sheet: sheet)
    }
    requireLists(of: pipeline, dataFolder, mistakes)
  }

  static func lists(in dataFolder: String, mistakes: MistakeList) throws -> [CodeList] {
    try csvFiles(dataFolder, "code-lists").compactMap { path in
      try CodeList(path: dataFolder + "/" + path, mistakes: mistakes)
    }
  }

  /// Every code list a definition names must be there.
  private func requireLists(of pipeline: Pipeline, _ dataFolder: String, _ mistakes: MistakeList) {
    let known = Set(lists.map(\.name.name))
    let missing = { (list: String) -> String? in
      guard !known.contains(list) else { return nil }
      return "there is no code list \(dataFolder)/code-lists/\(list).csv"
    }
    for source in pipeline.sources + pipeline.registers {
      for field in source.fields {
        if let list = field.type.list, let message = missing(list) {
          mistakes.add(source.file, field.line, message)
        }
      }
    }
    for model in pipeline.models + pipeline.tables + pipeline.publicationViews {
      for column in model.columns {
        if case .code(let list) = column.type, let message = missing(list) {
          mistakes.add(model.file, column.line, message)
        }
      }
    }
    for dimension in pipeline.dimensions {
      if let list = dimension.list, let message = missing(list) {
        mistakes.add(dimension.file, dimension.line, message)
      }
    }
  }

  /// Path relative to the data folder and SHA-256 of every code list and register file there is.
  static func digests(in dataFolder: String) throws -> [(path: String, sha256: String)] {
    let lists = try csvFiles(dataFolder, "code-lists")
    return try digests(of: lists, in: dataFolder) + registerDigests(in: dataFolder)
  }

  /// Those of the registers alone, which rows name as their file.
  static func registerDigests(in dataFolder: String) throws -> [(path: String, sha256: String)] {
    let book = FileManager.default.fileExists(atPath: dataFolder + "/" + RegisterBook.path)
    let files = try csvFiles(dataFolder, "registers") + (book ? [RegisterBook.path] : [])
    return try digests(of: files, in: dataFolder)
  }

  private static func digests(of files: [String], in dataFolder: String) throws
    -> [(path: String, sha256: String)]
  {
    try files.map { path in (path, try FileDigest.sha256(ofFile: dataFolder + "/" + path)) }
  }

  /// A folder that is not there holds no files; what needs one says so.
  private static func csvFiles(_ dataFolder: String, _ folder: String) throws -> [String] {
    try FileContents.names(in: dataFolder + "/" + folder).filter {
      $0.hasSuffix(".csv") && !$0.hasPrefix(".")
    }
    .sorted(by: byteOrder).map { folder + "/" + $0 }
  }
}
