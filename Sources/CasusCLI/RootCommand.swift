public import ArgumentParser
import Foundation

/// The `casus` command.
public struct RootCommand: ParsableCommand {
  /// Name, summary and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "casus",
    abstract: "Turn news articles into a timeline knowledge graph of a conflict.",
    subcommands: [ScoreCommand.self, ExplainCommand.self, CheckDataCommand.self])

  /// Makes the command.
  public init() {}

  /// Parses the command line, runs the command and exits; every failure is one line on stderr.
  public static func start() -> Never {
    do {
      var command = try parseAsRoot()
      try command.run()
      Self.exit()
    } catch let failure as CommandFailure {
      FileHandle.standardError.write(Data("casus: \(failure)\n".utf8))
      Foundation.exit(failure.kind.rawValue)
    } catch {
      Self.exit(withError: error)
    }
  }
}
