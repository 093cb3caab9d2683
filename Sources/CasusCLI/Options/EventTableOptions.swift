import ArgumentParser
import CasusData
import CasusKnowledge
import CasusModel
import CasusReading
import Foundation

/// How tables of events among the paths are read.
struct EventTableOptions: ParsableArguments {
  /// The files of `Data/EventTables`, for help and completion.
  private static let formats = [
    "acled", "acled-before-2018", "gdelt1", "gdelt1-backfile", "gdelt2", "icews", "polecat",
    "plain",
    "ucdp",
  ]

  @Option(
    help: ArgumentHelp(
      """
      Read tables as this format (\(Self.formats.joined(separator: ", "))); told from their columns \
      otherwise.
      """, valueName: "name"),
    completion: .list(Self.formats))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "Read tables as this file describes them (docs/event-data.md).", valueName: "file"),
    completion: .file())
  var mapping: String?

  @Option(
    help: ArgumentHelp(
      "Write the rows of tables that were not taken here: place, reason and row.",
      valueName: "file"), completion: .file())
  var rejects: String?

  func validate() throws {
    if format != nil, mapping != nil {
      throw ValidationError("give --format or --mapping, not both")
    }
  }

  /// What tables there are, and how the caller wants them read.
  func options(
    data: DataDirectory, knowledge: Knowledge, limits: ReadingLimits
  ) throws -> EventTableFile.Options {
    let tables = EventTableKnowledge(
      from: data, actors: knowledge.actors, catalog: knowledge.catalog)
    return EventTableFile.Options(
      layouts: tables.layouts, names: tables.names,
      layout: try layout(data: data, knowledge: knowledge, tables: tables), limits: limits)
  }

  private func layout(
    data: DataDirectory, knowledge: Knowledge, tables: EventTableKnowledge
  ) throws -> EventTableLayout? {
    if let mapping {
      guard FileManager.default.isReadableFile(atPath: mapping) else {
        throw CommandFailure(.unreadable, "\(mapping): cannot be read; check the path")
      }
      let (layout, problems) = EventTableKnowledge.mapping(
        URL(filePath: mapping), data: data, catalog: knowledge.catalog)
      for problem in problems.dropLast() { StandardError.write(line: "casus: \(problem)") }
      if let last = problems.last { throw CommandFailure(.badData, "\(last)") }
      return layout
    }
    guard let format else { return nil }
    if let layout = tables.layouts.first(where: { $0.name == format }) { return layout }
    let known = tables.layouts.map(\.name).joined(separator: ", ")
    throw CommandFailure(.usage, "--format \(format): no such format; known: \(known)")
  }
}
