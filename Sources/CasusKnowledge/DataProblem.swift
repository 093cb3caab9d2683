/// One fault in a data file.
public struct DataProblem: Hashable, Sendable {
  /// The file, relative to the data directory.
  public var file: String
  /// The line, counted from 1; 0 when the fault concerns the file as a whole.
  public var line: Int
  /// What is wrong and what to do.
  public var message: String

  /// Makes a problem from its parts.
  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }
}

extension DataProblem: CustomStringConvertible, Comparable {
  /// `file:line: message`.
  public var description: String {
    line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)"
  }

  /// Orders by file, then line, then message.
  public static func < (a: DataProblem, b: DataProblem) -> Bool {
    (a.file, a.line, a.message) < (b.file, b.line, b.message)
  }
}
