import CasusData
import CasusKnowledge

/// Languages as people name them on the command line.
enum LanguageCode {
  /// `en` for `EN`, `en-GB` and `en_US`, `id` for the old code `in`.
  static func read(_ argument: String) -> String {
    let code = String(argument.lowercased().prefix { $0 != "-" && $0 != "_" })
    return code == "in" ? "id" : code
  }
}

/// A command that can be told languages; they are looked at before it runs.
protocol NamesLanguages {
  /// The options that name languages, as far as they are given.
  var languagesNamed: [LanguageNamed] { get }
  /// The folder of knowledge files that is asked for, if any.
  var knowledgeFolder: String? { get }
}

/// A language that an option names.
struct LanguageNamed {
  let option: String
  let code: String
  /// Further languages that may be named here: those of articles that something else than the rules has read.
  var others: () throws -> [String] = { [] }

  init?(_ option: String, _ code: String?, or others: @escaping () throws -> [String] = { [] }) {
    guard let code else { return nil }
    (self.option, self.code, self.others) = (option, code, others)
  }
}

extension NamesLanguages {
  /// Refuses languages that nothing is known of.
  /// - Throws: `CommandFailure`, which lists the known ones.
  func confirmLanguages() throws {
    guard !languagesNamed.isEmpty,
      let data = try? DataDirectory.locate(explicit: knowledgeFolder)
    else { return }
    let known = Knowledge.languages(in: data)
    for named in languagesNamed where !known.contains(named.code) {
      let others = try named.others()
      guard !others.contains(named.code) else { continue }
      let all = (known + others.filter { !known.contains($0) }).sorted().joined(separator: ", ")
      throw CommandFailure(
        .usage, "\(named.option) '\(named.code)' is no language known here; known are \(all)")
    }
  }
}
