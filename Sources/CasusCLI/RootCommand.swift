public import ArgumentParser
import CasusDiagram
import CasusStore
import Foundation

/// The `casus` command.
public struct RootCommand: AsyncParsableCommand {
  /// Name, summary and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "casus",
    abstract: "Turn news articles into a timeline knowledge graph of a conflict.",
    version: Version.text,
    groupedSubcommands: [
      CommandGroup(
        name: "Import",
        subcommands: [
          ImportCommand.self, ExtractCommand.self, RecodeCommand.self, RemoveCommand.self,
          MergeCommand.self,
        ]),
      CommandGroup(
        name: "Query",
        subcommands: [
          ActorsCommand.self, EventsCommand.self, ShowCommand.self, RelationsCommand.self,
          ChangesCommand.self, ActivityCommand.self, NeighboursCommand.self, PathCommand.self,
          SearchCommand.self, SQLCommand.self,
        ]),
      CommandGroup(
        name: "Output",
        subcommands: [TimelineCommand.self, GraphCommand.self, ExportCommand.self]),
      CommandGroup(
        name: "Check",
        subcommands: [
          ReviewCommand.self,
          CheckCommand.self, CheckDataCommand.self, ScoreCommand.self, ExplainCommand.self,
          ManualCommand.self, RenderWorkerCommand.self,
        ]),
    ])

  /// Makes the command.
  public init() {}

  /// The subcommand that a command line begins with.
  private static func subcommand(of arguments: ArraySlice<String>) -> (any ParsableCommand.Type)? {
    configuration.groupedSubcommands.lazy.flatMap(\.subcommands)
      .first { $0.configuration.commandName == arguments.first }
  }

  /// The command of a command line.
  ///
  /// Asked by itself, a subcommand is parsed in two thirds of the time. What it does not take, such as a
  /// request for help, the whole program answers, which knows how it is called.
  private static func parsed(_ arguments: ArraySlice<String>) throws -> any ParsableCommand {
    if let subcommand = subcommand(of: arguments),
      let command = try? subcommand.parseAsRoot(Array(arguments.dropFirst())),
      type(of: command) == subcommand
    {
      return command
    }
    let named = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
    if let name = named, !name.hasPrefix("-"), name != "help", !isCommand(name) {
      throw CommandFailure(.usage, "there is no command '\(name)'; \(advice(for: name))")
    }
    if let path = arguments.prefix(while: { $0 != "--" }).first(where: isHyphenatedPath) {
      throw CommandFailure(
        .usage, "'\(path)' begins with a hyphen as options do; write ./\(path) for the file")
    }
    return try parseAsRoot(Array(arguments))
  }

  /// Whether an argument is taken for several options of one letter, and is rather the name of a file.
  private static func isHyphenatedPath(_ argument: String) -> Bool {
    argument.count > 2 && argument.hasPrefix("-") && !argument.hasPrefix("--")
      && (argument.contains(".") || FileManager.default.fileExists(atPath: argument))
  }

  private static var commandNames: [String] {
    var names: [String] = []
    for command in configuration.groupedSubcommands.flatMap(\.subcommands) {
      let configuration = command.configuration
      guard configuration.shouldDisplay else { continue }
      if let name = configuration.commandName { names.append(name) }
      names += configuration.aliases
    }
    return names
  }

  private static func isCommand(_ name: String) -> Bool {
    configuration.groupedSubcommands.flatMap(\.subcommands).contains {
      $0.configuration.commandName == name || $0.configuration.aliases.contains(name)
    }
  }

  /// The command that may be meant: one that begins alike.
  private static func advice(for name: String) -> String {
    let name = name.lowercased()
    let alike = commandNames.map { ($0, $0.commonPrefix(with: name).count) }
      .filter { $0.1 >= min(3, name.count) }
    guard let nearest = alike.max(by: { $0.1 < $1.1 }) else { return "see casus --help" }
    return "did you mean '\(nearest.0)'? casus --help lists them"
  }

  /// Parses the command line, runs the command and exits; every failure is one line on stderr.
  public static func start() async -> Never {
    do {
      var command = try parsed(CommandLine.arguments.dropFirst())
      try (command as? any NamesLanguages)?.confirmLanguages()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      Self.exit()
    } catch let failure as CommandFailure {
      StandardError.write(line: "casus: \(failure)")
      Foundation.exit(failure.kind.rawValue)
    } catch let error as StoreError {
      let failure = CommandFailure(error)
      StandardError.write(line: "casus: \(failure)")
      Foundation.exit(failure.kind.rawValue)
    } catch let stop as Stopped {
      StandardError.write(line: "casus: stopped by Ctrl-C; \(stop.advice)")
      Foundation.exit(130)
    } catch let end as QuietExit {
      Foundation.exit(end.code)
    } catch {
      Self.exit(withError: error)
    }
  }
}
