public import CasusModel

/// One interchange format that a graph can be written in.
public protocol ExportFormat: Sendable {
  /// The name on the command line, such as `graphml`.
  var name: String { get }
  /// The usual file name extension, without the dot; empty for a format of several files.
  var fileExtension: String { get }
  /// One line for the help: what it is and which programs read it.
  var summary: String { get }

  /// Writes the graph; the same graph and options always give the same bytes.
  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export
}
