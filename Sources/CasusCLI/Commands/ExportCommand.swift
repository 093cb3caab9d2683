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

  @Option(help: ArgumentHelp("The format.", valueName: "f"))
  var format: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file, or the folder for a format of several files; standard output otherwise.",
      valueName: "file"))
  var output: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    guard let chosen = ExportFormats.named(format) else {
      let known = ExportFormats.all.map(\.name).joined(separator: ", ")
      throw CommandFailure(.usage, "unknown format '\(format)'; choose one of \(known)")
    }
    let store = try database.openForReading()
    let graph = try store.graph(matching: try filter.filter(in: store))
    let export = try chosen.export(
      graph, options: ExportOptions(language: labels.language, catalog: try data.catalog()))
    try write(export)
    for note in export.notes { StandardError.write(line: "casus: note: \(note)") }
  }

  private func write(_ export: Export) throws {
    if export.files.count == 1, let file = export.files.first, file.name == nil {
      guard let output, output != "-" else { return try StandardOutput.write(file.content) }
      return try OutputFile.write(Data(file.content.utf8), to: output)
    }
    guard let output, output != "-" else {
      throw CommandFailure(
        .usage, "format '\(format)' writes several files; name a folder with --output")
    }
    try OutputFile.makeFolder(output)
    for file in export.files {
      try OutputFile.write(
        Data(file.content.utf8), to: "\(output)/\(file.name ?? "graph.\(format)")")
    }
  }
}
