/// A command as the argument parser describes it (`--experimental-dump-help`).
struct CommandDescription: Decodable {
  /// The outermost value of the description.
  struct Dump: Decodable {
    var command: CommandDescription
  }

  /// An argument, option or flag.
  struct Argument: Decodable {
    /// `-o` or `--output`.
    struct Name: Decodable {
      var kind: String
      var name: String

      var text: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }

    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var discussion: String?
    var defaultValue: String?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool
  }

  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool?
  var arguments: [Argument]?
  var subcommands: [CommandDescription]?
}
