import Foundation

/// The manual page of a program as man(7) source.
struct ManualPage {
  private let command: CommandDescription

  /// Takes the description that the argument parser gives of a program.
  init?(dump: String) {
    let decoder = JSONDecoder()
    guard let dump = try? decoder.decode(CommandDescription.Dump.self, from: Data(dump.utf8)) else {
      return nil
    }
    command = dump.command
  }

  /// The page.
  var text: String {
    let name = command.commandName
    var lines = [
      ".TH \(name.uppercased()) 1 \"\" \"\(name) \(Version.text)\" \"User Commands\"", ".SH NAME",
      "\(name) \\- \(Self.escape(Self.withoutPeriod(command.abstract ?? "").lowercasedFirst()))",
      ".SH SYNOPSIS", ".B \(name)", ".I command", "[\\fIoptions\\fR]", ".SH COMMANDS",
    ]
    for subcommand in command.subcommands ?? []
    where subcommand.shouldDisplay != false && subcommand.commandName != "help" {
      lines += section(for: subcommand)
    }
    lines += [
      ".SH ENVIRONMENT", ".TP", ".B CASUS_DB", "The database, where \\-\\-db is not given.", ".TP",
      ".B CASUS_DATA", "The folder of knowledge files, where \\-\\-data is not given.", ".TP",
      ".B CASUS_CACHE",
      "The folder where lexicons are kept from one start to the next, else casus in",
      "$XDG_CACHE_HOME or ~/.cache; off keeps none.", ".TP",
      ".B NO_COLOR", "If set, output has no styles, terminal or not.", ".SH EXIT STATUS",
      "0 when all went well, 64 for a wrong command line, 65 for bad data, 74 for files that cannot",
      "be read or written, 130 after Ctrl\\-C.",
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  private func section(for subcommand: CommandDescription) -> [String] {
    let arguments = (subcommand.arguments ?? []).filter(\.shouldDisplay)
    let positional = arguments.filter { $0.kind == "positional" }.map { argument in
      let value = "\\fI\(Self.escape(argument.valueName ?? ""))\\fR"
      let many = argument.isRepeating ? value + " ..." : value
      return argument.isOptional ? "[\(many)]" : many
    }
    let name = "\(command.commandName) \(subcommand.commandName)"
    var lines = [
      ".SS \(name)", ".B \(name)", (positional + ["[\\fIoptions\\fR]"]).joined(separator: " "),
      ".PP",
    ]
    lines += Self.paragraphs(subcommand.abstract ?? "")
    if let discussion = subcommand.discussion, !discussion.isEmpty {
      lines += [".PP"] + Self.paragraphs(discussion)
    }
    for argument in arguments where !["help", "version"].contains(argument.valueName ?? "") {
      lines += [".TP", Self.heading(of: argument)]
      lines += Self.paragraphs(argument.abstract ?? "")
    }
    return lines
  }

  /// `-o, --output file`.
  private static func heading(of argument: CommandDescription.Argument) -> String {
    let value = "\\fI\(escape(argument.valueName ?? ""))\\fR"
    let names = (argument.names ?? []).sorted {
      ($0.name.count, $0.name) < ($1.name.count, $1.name)
    }
    .map { "\\fB\(escape($0.text))\\fR" }.joined(separator: ", ")
    switch argument.kind {
    case "positional": return value
    case "flag": return names
    default: return "\(names) \(value)"
    }
  }

  /// Lines as they stand; indented ones are kept apart.
  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      if line.isEmpty { return [".PP"] }
      let text = escape(String(line.drop { $0 == " " }))
      return line.hasPrefix(" ") ? [".br", text] : [text]
    }
  }

  /// Backslashes and hyphens have a meaning in man(7), and so have dots and quotes at the start.
  private static func escape(_ text: String) -> String {
    let escaped = text.map { character in
      switch character {
      case "\\": "\\e"
      case "-": "\\-"
      default:
        character.isASCII ? String(character) : character.unicodeScalars.map(named).joined()
      }
    }.joined()
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  /// `\[u2026]`: every roff knows characters by their code points.
  private static func named(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
  }

  private static func withoutPeriod(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}

extension String {
  fileprivate func lowercasedFirst() -> String { prefix(1).lowercased() + dropFirst() }
}
