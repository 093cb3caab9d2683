import ArgumentParser
import CasusKnowledge
import CasusModel

/// `casus check-data`: every fault of the knowledge files with file and line.
struct CheckDataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-data",
    abstract: "Check every knowledge file and report faults as file:line.")

  @OptionGroup var data: DataOptions

  func run() throws {
    let knowledge = try data.knowledge()
    let tables = EventTableKnowledge(
      from: try data.directory(), actors: knowledge.actors, catalog: knowledge.catalog)
    let labels = EventLabelCheck(data: try data.directory(), actors: knowledge.actors).problems()
    var blocs: [DataProblem] = []
    _ = Bloc.load(
      from: try data.directory(), known: { knowledge.actors[$0] != nil }, problems: &blocs)
    let drawing = DrawingDataCheck(directory: try data.directory()).problems()
    let problems =
      (knowledge.problems + tables.problems + labels + blocs).sorted().map(\.description) + drawing
    for problem in problems { print(problem) }
    let summary =
      "\(knowledge.actors.entries.count) actors, \(knowledge.places.places.count) places, "
      + "\(knowledge.catalog.types.count) event types, "
      + "\(knowledge.catalog.relations.count) relation kinds, "
      + "\(tables.layouts.count) event tables, "
      + "languages: \(knowledge.lexicons.keys.sorted().joined(separator: " "))"
    print(summary)
    guard problems.isEmpty else {
      let faults = Counted.text(problems.count, "fault")
      throw CommandFailure(.badData, "\(faults) in the knowledge files")
    }
  }
}
