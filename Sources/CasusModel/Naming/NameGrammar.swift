import Synchronization

/// How the names of a language are put into a case, from `Languages/xx/declension.tsv`.
///
/// A name whose form is not certain keeps its nominative behind a word for what it is:
/// "с группировкой «Боко Харам»".
public final class NameGrammar: Sendable {
  private let rules: NameRules
  private let known = Mutex<[String: [String]]>([:])

  /// Reads a table: a kind, a tab and words on each line; `#` starts a comment line.
  public init(tsv: String) {
    rules = NameRules(tsv: tsv)
  }

  /// What is wrong with the table, with the number of the line.
  public var faults: [(line: Int, message: String)] { rules.faults }

  /// A name in a case.
  /// - Parameters:
  ///   - name: The name as it is displayed.
  ///   - kind: What bears it, if known.
  ///   - id: Who bears it.
  ///   - wanted: The case.
  /// - Returns: The form, or the name with a word before it that is put into the case.
  public func form(
    of name: String, kind: Actor.Kind?, id: ActorID, in wanted: GrammaticalCase
  ) -> String {
    let key = id.rawValue + "\t" + name
    if let forms = known.withLock({ $0[key] }) { return forms[wanted.place] }
    let forms = forms(of: name, kind: kind, id: id)
    known.withLock { $0[key] = forms }
    return forms[wanted.place]
  }

  private func forms(of name: String, kind: Actor.Kind?, id: ActorID) -> [String] {
    let plain = Array(repeating: name, count: GrammaticalCase.allCases.count)
    if !rules.contractions.isEmpty { return rules.forms(withArticle: name, kind: kind) }
    if let forms = rules.forms(ofName: name, kind: kind, id: id) { return forms }
    guard let word = kind.flatMap({ rules.appositions[$0.rawValue] }) else { return plain }
    let isQuoted = name.hasPrefix(rules.quotes[0])
    let quoted = isQuoted ? name : rules.quotes[0] + name + rules.quotes[1]
    return [name] + word.dropFirst().map { "\($0) \(quoted)" }
  }

  /// A preposition and what follows it: "со Словакией", "zum Iran".
  /// - Parameters:
  ///   - preposition: The preposition as labels have it.
  ///   - names: What follows.
  /// - Returns: Both, as the language writes them.
  public func joined(_ preposition: String, _ names: String) -> String {
    for variant in rules.variants where preposition == variant.plain {
      if variant.beginnings.contains(where: { names.hasPrefix($0) }) {
        return variant.changed + " " + names
      }
    }
    let all = preposition + " " + names
    for (long, short) in rules.contractions where all.hasPrefix(long + " ") {
      // Of several names each has its preposition: "zum Irak und zum Iran".
      let parts = names.split(separator: Self.conjunction, maxSplits: 1)
      guard parts.count == 2 else { return short + all.dropFirst(long.count) }
      return joined(preposition, String(parts[0])) + Self.conjunction
        + joined(preposition, String(parts[1]))
    }
    return all
  }

  private static let conjunction = " und "
}

extension String {
  /// With a capital where it begins with a letter.
  public var capitalizedAtStart: String {
    guard let first = unicodeScalars.first, first.properties.isLowercase else { return self }
    return prefix(1).uppercased() + dropFirst()
  }
}
