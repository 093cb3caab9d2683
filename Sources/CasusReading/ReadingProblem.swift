/// Why an article could not be read, or what is odd about it: one clear line.
public struct ReadingProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What sort of problem it is; each sort has its exit code.
  public enum Kind: String, CaseIterable, Sendable {
    /// The content is not what it should be.
    case badData
    /// The file cannot be found or read.
    case unreadable

    /// The exit code of `sysexits.h`: 65 (`EX_DATAERR`) or 74 (`EX_IOERR`).
    public var exitCode: Int32 {
      switch self {
      case .badData: 65
      case .unreadable: 74
      }
    }
  }

  /// Whether the article was refused.
  public enum Severity: String, CaseIterable, Sendable {
    /// The article follows all the same.
    case warning
    /// There is no article.
    case error
  }

  /// The file or folder, as given; `-` for standard input.
  public var file: String
  /// The line within the file, from 1, if the problem has one.
  public var line: Int?
  /// What is wrong and what to do about it.
  public var message: String
  /// What sort of problem it is.
  public var kind: Kind
  /// Whether the article was refused.
  public var severity: Severity

  /// Makes a problem from its parts.
  public init(
    file: String, line: Int? = nil, message: String, kind: Kind = .badData,
    severity: Severity = .error
  ) {
    self.file = file
    self.line = line
    self.message = message
    self.kind = kind
    self.severity = severity
  }

  /// The problem as printed: `news.jsonl:3: has no "text"; …`.
  public var description: String {
    let place = file == "-" ? "standard input" : file
    let position = line.map { ":\($0)" } ?? ""
    let mark = severity == .warning ? "warning: " : ""
    // What a file or its name holds is quoted: controls in it must not break or change the line.
    let line = "\(place)\(position): \(mark)\(message)".unicodeScalars.map {
      $0.properties.generalCategory == .control ? " " : $0
    }
    return String(String.UnicodeScalarView(line))
  }
}
