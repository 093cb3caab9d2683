import ArgumentParser

/// Which extractors.
struct ExtractorChoice: Equatable {
  /// An extractor besides the rules.
  enum Other: Equatable {
    case chat
    case command(String)
  }

  var usesRules: Bool
  var other: Other?

  /// Reads `rules`, `chat`, `rules+chat`, `command PROGRAM`, `rules+command PROGRAM`.
  init(argument: String) throws {
    let words = argument.split(separator: " ", maxSplits: 1)
    let program = words.count == 2 ? String(words[1].drop { $0 == " " }) : ""
    switch (words.first ?? "", program.isEmpty) {
    case ("rules", true): (usesRules, other) = (true, nil)
    case ("chat", true): (usesRules, other) = (false, .chat)
    case ("rules+chat", true): (usesRules, other) = (true, .chat)
    case ("command", false): (usesRules, other) = (false, .command(program))
    case ("rules+command", false): (usesRules, other) = (true, .command(program))
    default:
      throw ValidationError(
        "'\(argument)' is no extractor; there are rules, chat, rules+chat, 'command PROGRAM' and "
          + "'rules+command PROGRAM'")
    }
  }
}
