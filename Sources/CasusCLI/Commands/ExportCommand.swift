import ArgumentParser
import CasusExport
import CasusModel
import CasusStore
import Foundation

/// `casus export --format F`: the graph for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write events, actors and relations for other programs.",
    discussion: "Formats:\n"
      + ExportFormats.all.map { "  \($0.name)  \($0.summary)" }.joined(separator: "\n"))

  @Option(
    help: ArgumentHelp("The format.", valueName: "f"),
    completion: .list(ExportFormats.all.map(\.name)))
  var format: String?

  @Flag(help: "List the formats instead: name, file name extension and what it is, with tabs.")
  var listFormats = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file, or the folder for a format of several files; standard output otherwise.",
      valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "What the names of RDF resources begin with, such as https://example.org/id/.",
      valueName: "iri"))
  var baseIRI = "urn:casus:"

  @OptionGroup var filter: FilterOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var quiet: QuietOptions

  func validate() throws {
    if format == nil, !listFormats {
      throw ValidationError("give a format with --format, or see them with --list-formats")
    }
    guard baseIRI.wholeMatch(of: /[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-\[\]_a-z~]*/) != nil else {
      throw ValidationError(
        "--base-iri '\(baseIRI)' is no absolute IRI, such as https://example.org/id/")
    }
  }

  func run() throws {
    if listFormats {
      let lines = ExportFormats.all.map { "\($0.name)\t\($0.fileExtension)\t\($0.summary)\n" }
      return try StandardOutput.write(lines.joined())
    }
    let format = format ?? ""
    guard let chosen = ExportFormats.named(format) else {
      let known = ExportFormats.all.map(\.name).joined(separator: ", ")
      throw CommandFailure(.usage, "unknown format '\(format)'; choose one of \(known)")
    }
    if let output, output != "-" { try OutputFile.confirm(output) }
    Interruption.listen()
    let store = try database.openForReading()
    let filter = try filter.filter(in: store)
    var graph = try graph(matching: filter, in: store)
    if graph.events.isEmpty { try self.filter.conditions.confirmSource(in: store) }
    if format != "jsonl" { graph.filter = try title(of: filter, in: store) }
    let export = try chosen.export(
      graph,
      options: ExportOptions(
        language: labels.language, catalog: try data.catalog(), baseIRI: baseIRI))
    try write(export, as: format)
    for note in export.notes where !quiet.quiet {
      StandardError.write(line: "casus: note: \(note)")
    }
  }

  /// The conditions with the names of actors, for people.
  private func title(of filter: EventFilter, in store: EventStore) throws -> String {
    let ids = filter.actors + [filter.between?.first, filter.between?.second].compactMap(\.self)
    let names = Dictionary(
      try store.actors(ids).map { ($0.id, $0.name(in: labels.language)) },
      uniquingKeysWith: { first, _ in first })
    return filter.description(naming: { names[$0] ?? $0.plainName })
  }

  /// The events asked for, with a progress bar while they are read.
  private func graph(matching filter: EventFilter, in store: EventStore) throws -> EventGraph {
    var meter = try quiet.progressStyle.map {
      ProgressMeter(
        total: filter.description.isEmpty
          ? try store.summary().events : try store.eventCount(matching: filter),
        noun: "event", style: $0)
    }
    let graph = try store.graph(matching: filter) { count in
      try Stopped.unlessUninterrupted()
      if count.isMultiple(of: 64) { meter?.update(done: count, count: count) }
    }
    meter?.clear()
    return graph
  }

  private func write(_ export: Export, as format: String) throws {
    let isStream = output == nil || output == "-"
    // A bar would be drawn into what stands on the terminal.
    let style = isStream && Terminal.isOutput ? nil : quiet.progressStyle
    var meter = style.map {
      ProgressMeter(total: 0, noun: "KB written", plural: "KB written", style: $0)
    }
    defer { meter?.clear() }
    var size = 0
    func tell(_ byteCount: Int) throws {
      try Stopped.unlessUninterrupted()
      size += byteCount
      meter?.update(done: 0, count: size >> 10)
    }
    if export.files.count == 1, let file = export.files.first, file.name == nil {
      guard let output, !isStream else { return try StandardOutput.write(file, tell: tell) }
      return try OutputFile.write(file, to: output, tell: tell)
    }
    guard let output, !isStream else {
      throw CommandFailure(
        .usage, "format '\(format)' writes several files; name a folder with --output")
    }
    try OutputFile.makeFolder(output)
    for file in export.files {
      try OutputFile.write(file, to: "\(output)/\(file.name ?? "graph.\(format)")", tell: tell)
    }
  }
}
