import CasusModel

/// Whether two statements speak of the same thing bought, sent, cut or seized, judged by its words.
///
/// Objects are compared in material events only: in verbal ones the object paraphrases the words
/// spoken. Two objects agree when they share a word (by its first four letters, which sees through
/// most inflection). Words of different languages cannot be compared, so that such objects agree
/// unless another object of the same language contradicts.
enum ObjectMatch {
  /// Whether the objects of a type of event are compared.
  static func concerns(_ type: EventType) -> Bool {
    type.quadClass == .materialCooperation || type.quadClass == .materialConflict
  }

  /// The beginnings of the words of an object; short words only when there are no others.
  static func stems(of object: String?) -> Set<String> {
    guard let object else { return [] }
    let words = FoldedName.words(of: object)
    let long = words.filter { $0.count >= 4 }
    return Set((long.isEmpty ? words : long).map { String($0.prefix(4)) })
  }

  /// Whether a statement may speak of the same object as the statements of an event.
  static func agree(_ report: Report, with others: [Report]) -> Bool {
    let own = report.objectStems
    guard !own.isEmpty else { return true }
    let theirs = others.filter { !$0.objectStems.isEmpty }
    guard !theirs.isEmpty else { return true }
    if theirs.contains(where: { !$0.objectStems.isDisjoint(with: own) }) { return true }
    guard let language = report.language else { return false }
    return theirs.allSatisfy { $0.language != nil && $0.language != language }
  }

  /// One part for each object spoken of; `key` tells the parts apart and is `nil` when there is one.
  ///
  /// A statement without an object goes with the only object that its article names; where there
  /// is none or are several, such statements form a part of their own.
  static func parts(of reports: [Report]) -> [(key: String?, members: [Report])] {
    let components = components(of: reports)
    guard components.count > 1, haveCommonLanguage(components.map(\.members)) else {
      return [(nil, reports)]
    }
    var parts = components
    var rest: [Report] = []
    for report in reports where report.objectStems.isEmpty {
      let own = components.indices.filter { index in
        components[index].members.contains { $0.articleID == report.articleID }
      }
      if own.count == 1 {
        parts[own[0]].members.append(report)
      } else {
        rest.append(report)
      }
    }
    return parts.map { ($0.key, $0.members) } + (rest.isEmpty ? [] : [("", rest)])
  }

  /// Statements with objects, those that share a word together; the key is the smallest word.
  private static func components(of reports: [Report]) -> [(key: String, members: [Report])] {
    var result: [(stems: Set<String>, members: [Report])] = []
    for report in reports {
      var joined = (stems: report.objectStems, members: [report])
      guard !joined.stems.isEmpty else { continue }
      result.removeAll { component in
        guard !component.stems.isDisjoint(with: joined.stems) else { return false }
        joined.stems.formUnion(component.stems)
        joined.members = component.members + joined.members
        return true
      }
      result.append(joined)
    }
    return result.map { ($0.stems.min() ?? "", $0.members) }.sorted { $0.0 < $1.0 }
  }

  /// Whether two components hold objects in one language, or in one that is not known.
  private static func haveCommonLanguage(_ components: [[Report]]) -> Bool {
    var seen: Set<String> = []
    for component in components {
      let languages = Set(component.map { $0.language ?? "" })
      if languages.contains("") || !languages.isDisjoint(with: seen) { return true }
      seen.formUnion(languages)
    }
    return false
  }
}
