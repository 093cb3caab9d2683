extension Event {
  /// Whether the object names a thing that type and actors do not tell.
  ///
  /// In talks, accusations, praise, requests, refusals and threats it mostly repeats what was said
  /// or who was spoken of; not so where something is recognised, asked for as help or vetoed.
  package var namesThing: Bool {
    switch type {
    case .consult, .accuse, .support, .request, .reject, .threaten:
      ["recognise", "assist", "veto"].contains(mode ?? "")
    default: true
    }
  }

  /// The objects that the evidence gives in one language, the surest first, none twice.
  package func objects(in language: String) -> [String] {
    let own = evidence.enumerated().filter { $1.object != nil && $1.language == language }
      .sorted { a, b in
        a.element.confidence == b.element.confidence
          ? a.offset < b.offset : a.element.confidence > b.element.confidence
      }
    var seen: Set<String> = []
    return own.compactMap(\.element.object).filter { seen.insert($0).inserted }
  }

  /// The name of the place where it is one of a language, as far as the articles show: it stands, but for
  /// its ending, in a sentence of that language, or of one that nobody knows.
  package func place(in language: String) -> String? {
    guard let place else { return nil }
    let stem = place.prefix(Self.stem)
    let holders = evidence.filter { $0.sentence.contains(stem) }
    guard let holder = holders.first else { return evidence.isEmpty ? place : nil }
    let isOwn = holder.language == nil || holders.contains { $0.language == language }
    return isOwn ? place : nil
  }

  /// How many letters of a place's name stay the same in all its cases.
  private static let stem = 3

  /// Whether words for the object only name one of the actors over again.
  /// - Parameters:
  ///   - object: The words.
  ///   - names: The names of an actor, in whatever language.
  /// - Returns: Whether they tell nothing new.
  package func repeatsName(_ object: String, names: (ActorID) -> [String]) -> Bool {
    let words = Self.words(object)
    let ids = source + target
    return Set(ids + ids.map(\.rolledUp)).contains { id in
      names(id).contains { words.isSubset(of: Self.words($0)) }
    }
  }

  private static func words(_ text: String) -> Set<String> {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { String($0) }
    return Set(words).subtracting(["the"])
  }
}
