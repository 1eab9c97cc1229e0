import Foundation

/// Everything a release is made from, by digest; enough to tell that nothing is new.
struct RunInputs {
  var year: Int
  var entries: [Inbox.Entry]
  var definitions: String
  var references: [(path: String, sha256: String)]
  /// Id of the release in force of the year before.
  var previousYear: String?
  /// What makes a release of a closed year: the decision to restate it.
  var restatement: Manifest.Restatement?

  /// Reads names and bytes only: no workbook is opened and no definition understood.
  init(_ options: ReportRun.Options, _ output: OutputFolder) throws {
    year = options.year
    let mistakes = MistakeList()
    let headFile = Pipeline.headFile(in: options.pipelineFolder, mistakes: mistakes)
    let inbox = Inbox(dataFolder: options.dataFolder, headFile: headFile)
    entries = try inbox.entries(upTo: options.year)
    definitions = Pipeline.digest(of: options.pipelineFolder, mistakes: mistakes)
    references = try Reference.digests(in: options.dataFolder)
    previousYear = output.currentID(options.year - 1)
  }

  /// One digest over all of it, the program's version included.
  var digest: String {
    var text = "\(year)\n\(ProgramVersion.current)\n\(definitions)\n\(previousYear ?? "")\n"
    for input in files { text += "\(input.path) \(input.sha256)\n" }
    if let restatement {
      text += [restatement.previous, restatement.reason, restatement.by, restatement.on]
        .map { "restates \($0)\n" }.joined()
    }
    return FileDigest.sha256(of: text)
  }

  /// The same without the files a release does not know.
  func knowing(_ files: [Manifest.Input]) -> RunInputs {
    let known = Set(files.map(\.sha256))
    var inputs = self
    inputs.entries = entries.filter { known.contains($0.sha256) }
    return inputs
  }

  /// What a release would say it is made from, were it made from these.
  func changing(_ manifest: Manifest) -> Manifest {
    var manifest = manifest
    manifest.inputs = files
    manifest.definitions = definitions
    manifest.previousYear = previousYear
    manifest.program = "fundreport \(ProgramVersion.current)"
    return manifest
  }

  /// Files below `reports/` that a release knows and that are not there so any more, one line each.
  func forms(gone known: [Manifest.Input]) -> [String] {
    let (contents, paths) = (Set(entries.map(\.sha256)), Set(entries.map(\.path)))
    return known.filter { $0.path.hasPrefix("reports/") && !contents.contains($0.sha256) }
      .map { (paths.contains($0.path) ? "changed: " : "gone: ") + $0.path }
  }

  /// Forms that a release does not know.
  func late(for files: [Manifest.Input]) -> [String] {
    let known = Set(files.map(\.sha256))
    return entries.filter {
      $0.kind != .other && $0.kind != .document && !known.contains($0.sha256)
    }.map(\.path)
  }

  var files: [Manifest.Input] {
    let submissions = entries.map { Manifest.Input(path: $0.path, sha256: $0.sha256) }
    return submissions + references.map { Manifest.Input(path: $0.path, sha256: $0.sha256) }
  }

  /// The release's id: forms that wait for their day make another release than forms that count.
  func releaseID(waiting days: [String]) -> String {
    String(FileDigest.sha256(of: digest + "\n" + days.joined(separator: " ")).prefix(12))
  }
}

/// The version that stands in every manifest and release id.
public enum ProgramVersion {
  public static let current = "0.5.0"
}
