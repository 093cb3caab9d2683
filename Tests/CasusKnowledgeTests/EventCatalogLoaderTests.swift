import CasusData
import CasusKnowledge
import CasusModel
import CasusTestSupport
import Foundation
import Testing

@Suite struct EventCatalogLoaderTests {
  @Test func modesSayWhetherTheyHappenOnce() throws {
    let (catalog, problems) = try load(
      """
      cut-relations: {singular: true, labels: {en: cuts relations with}}
      expel-diplomats: {singular: false}
      sanctions: {}
      """)
    #expect(problems.isEmpty)
    #expect(catalog.isSingular(.sanction, mode: "cut-relations"))
    for mode in ["expel-diplomats", "sanctions", "unknown", nil] {
      #expect(!catalog.isSingular(.sanction, mode: mode))
    }
    #expect(!catalog.isSingular(.support, mode: "cut-relations"))
  }

  @Test(arguments: [
    (
      "cut-relations: {singulr: true}",
      "unknown key 'singulr' in mode 'cut-relations'; "
        + "known: cameo, intensity, kindLabels, labels, roleLabels, singular, targetLabels"
    ),
    (
      "cut-relations: {roleLabels: {buyer: {en: buys}}}",
      "'roleLabels' are of 'supplier' or 'recipient'"
    ),
    ("cut-relations: {singular: often}", "'singular' must be true or false"),
  ])
  func faultsInAModeAreNamed(mode: String, message: String) throws {
    let problems = try load(mode).problems
    #expect(problems.map(\.description) == ["EventTypes/SANCTION.yaml:7: \(message)"])
  }

  /// A catalog of one type with some modes, and the faults in its file.
  private func load(_ modes: String) throws -> (catalog: EventCatalog, problems: [DataProblem]) {
    let folder = try TemporaryFolder()
    let text = """
      type: SANCTION
      quad: material-conflict
      intensity: -6
      labels:
        en: sanctions
      modes:

      """
    let lines = modes.split(separator: "\n").map { "  \($0)\n" }.joined()
    try folder.write((text + lines).utf8, to: "EventTypes/SANCTION.yaml")
    var problems: [DataProblem] = []
    let catalog = EventCatalog.load(
      from: DataDirectory(url: folder.url), problems: &problems)
    return (catalog, problems.filter { $0.line > 0 })
  }
}
