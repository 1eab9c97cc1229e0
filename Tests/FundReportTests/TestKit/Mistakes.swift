import FundReport
import Testing

/// A change to one definition, and what `validate` says of it.
struct Wrong: Sendable, CustomTestStringConvertible {
  var file: String
  var found: String
  var replacement: String
  var complaint: String
  var testDescription: String { complaint }
}

/// The mistakes of definitions and registers after a change to a small fund, with their places in
/// it; none where all hold.
func said(_ change: (TinyFund) throws -> Void) throws -> [String] {
  let fund = try TinyFund()
  try fund.copyPipeline()
  try change(fund)
  do {
    _ = try Definitions(pipelineFolder: fund.pipelineFolder, dataFolder: fund.folder)
    return []
  } catch let error as DefinitionError {
    return error.mistakes.map {
      $0.description.replacing(fund.pipelineFolder + "/", with: "")
        .replacing(fund.folder + "/", with: "")
    }
  }
}
