import Synchronization

/// The grammars of names by language, each read when it is first asked for.
///
/// Most commands print no name in a case, so nothing is read at the start.
public final class NameGrammars: Sendable {
  private let read: @Sendable (String) -> NameGrammar?
  private let kept = Mutex<[String: NameGrammar?]>([:])

  /// - Parameter read: Reads the grammar of a language; `nil` where its names do not change.
  public init(_ read: @escaping @Sendable (String) -> NameGrammar?) { self.read = read }

  /// The grammar of a language; `nil` where its names do not change.
  public subscript(language: String) -> NameGrammar? {
    kept.withLock { kept in
      if let known = kept[language] { return known }
      let found = read(language)
      kept[language] = .some(found)
      return found
    }
  }
}
