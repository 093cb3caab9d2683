import CasusTestSupport
import Foundation
import Testing

/// Runs the program that stands beside the test runner, as a user would.
enum CasusProgram {
  /// What one run gave.
  struct Run {
    var output: String
    var errors: String
    var code: Int32

    /// The lines of standard output.
    var lines: [Substring] { output.split(whereSeparator: \.isNewline) }
    /// The lines of standard error.
    var errorLines: [Substring] { errors.split(whereSeparator: \.isNewline) }
  }

  /// What `casus.db` is.
  enum Database {
    /// The file of this name in the folder, if any.
    case own
    /// The database of the sample articles, only to be read.
    case sample
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: String..., input: String = "", in folder: TemporaryFolder? = nil,
    on database: Database = .own
  ) throws -> Run {
    try run(arguments, input: input, in: folder, on: database)
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: [String], input: String = "", in folder: TemporaryFolder? = nil,
    on database: Database = .own, environment: [String: String] = [:]
  ) throws -> Run {
    var environment = environment
    if database == .sample { environment["CASUS_DB"] = try SampleDatabase.url().path }
    let (process, files) = try start(
      arguments, input: input, in: folder, environment: environment)
    process.waitUntilExit()
    return Run(
      output: try String(contentsOf: files.url.appending(path: "output"), encoding: .utf8),
      errors: try String(contentsOf: files.url.appending(path: "errors"), encoding: .utf8),
      code: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus)
  }

  /// Starts the program; its streams are files, so that nothing waits for a reader.
  static func start(
    _ arguments: [String], input: String = "", in folder: TemporaryFolder? = nil,
    environment: [String: String] = [:]
  ) throws -> (process: Process, files: TemporaryFolder) {
    let files = try TemporaryFolder()
    for (name, text) in [("input", input), ("output", ""), ("errors", "")] {
      try files.write(text.utf8, to: name)
    }
    let process = Process()
    process.executableURL = try executable()
    process.arguments = arguments
    process.currentDirectoryURL = folder?.url ?? files.url
    var variables = ProcessInfo.processInfo.environment
    for name in ["CASUS_DB", "CASUS_DATA", "COLUMNS"] { variables[name] = nil }
    // Beside the program, so that tests need not wait for lexicons again and again.
    variables["CASUS_CACHE"] =
      try executable().deletingLastPathComponent().appending(path: "test-cache").path
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: files.url.appending(path: "input"))
    process.standardOutput = try FileHandle(forWritingTo: files.url.appending(path: "output"))
    process.standardError = try FileHandle(forWritingTo: files.url.appending(path: "errors"))
    try process.run()
    return (process, files)
  }

  /// The program in the folder of the test runner.
  private static func executable() throws -> URL {
    let bundles = Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }
    let runners = bundles.map(\.bundleURL) + [Bundle.main.executableURL].compactMap { $0 }
    let candidates = runners.map {
      $0.resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "casus")
    }
    return try #require(
      candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) },
      "casus is not beside the test runner; build it first")
  }
}
