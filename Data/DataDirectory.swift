public import Foundation

/// The directory that holds Casus's knowledge: actors, event types, relations and languages.
public struct DataDirectory: Sendable {
  /// The directory itself.
  public let url: URL

  /// Uses a directory that the caller already knows.
  public init(url: URL) {
    self.url = url
  }

  /// The subdirectory or file at a relative path, such as `Actors/states.tsv`.
  public func file(_ path: String) -> URL {
    url.appending(path: path)
  }

  /// No data directory was found at any of the usual places.
  public struct NotFound: Error, CustomStringConvertible {
    /// The directories that were looked at, in order.
    public let searched: [String]

    /// One line that says what is missing, where it was sought and what to do.
    public var description: String {
      "no data directory found; looked in: \(searched.joined(separator: ", ")). "
        + "Pass --data DIR or set CASUS_DATA."
    }
  }

  /// Finds the data directory.
  ///
  /// Order: `explicit`, `$CASUS_DATA`, the resource bundle beside the executable or its test
  /// runner, `../share/casus` beside the executable's directory.
  /// - Parameters:
  ///   - explicit: the value of `--data`, if given.
  ///   - environment: the process environment.
  /// - Returns: the first candidate that holds knowledge.
  /// - Throws: `NotFound` when no candidate holds `EventTypes/`.
  public static func locate(
    explicit: String? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> DataDirectory {
    var candidates: [URL] = []
    if let explicit {
      candidates.append(URL(filePath: explicit))
    } else if let value = environment["CASUS_DATA"], !value.isEmpty {
      candidates.append(URL(filePath: value))
    } else {
      candidates += besideExecutable()
    }
    for candidate in candidates
    where FileManager.default.fileExists(atPath: candidate.appending(path: "EventTypes").path) {
      return DataDirectory(url: candidate)
    }
    throw NotFound(searched: candidates.map(\.path))
  }

  private static func besideExecutable() -> [URL] {
    let executable = (Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0]))
      .resolvingSymlinksInPath()
    let folder = executable.deletingLastPathComponent()
    return [
      folder.appending(path: "Casus_CasusData.resources"),
      folder.appending(path: "Casus_CasusData.bundle"),
      folder.deletingLastPathComponent().appending(path: "share/casus"),
    ]
  }
}
