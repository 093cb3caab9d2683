public import CasusModel

/// Somebody who says so, as a filter names them.
struct SourceName {
  private let folded: String
  private let id: ActorID

  init(_ name: String) {
    folded = FoldedName.fold(name)
    id = ActorID(rawValue: name)
  }

  /// Whether it is the publisher, or among those the words are attributed to.
  ///
  /// `USA` matches what is attributed to any American body; `MEDIA:Name` is found by its name too.
  func matches(publisher: String?, attribution: [String]) -> Bool {
    if let publisher, FoldedName.fold(publisher) == folded { return true }
    return attribution.contains { name in
      ActorID(rawValue: name).rolledUp == id || FoldedName.fold(name) == folded
        || FoldedName.fold(name).hasSuffix(":" + folded)
    }
  }
}

extension Evidence {
  /// Whether a source says these words, as `EventFilter.source` names it.
  /// - Parameters:
  ///   - source: a publisher or somebody quoted, by name or identifier.
  ///   - article: the article of the words.
  /// - Returns: `true` for the publisher, and for those whom the words are attributed to.
  public func isSaid(by source: String, in article: Article?) -> Bool {
    SourceName(source).matches(publisher: article?.publisher, attribution: attribution)
  }
}
