import CasusModel

/// Whether statements speak of the same thing bought, sent, cut or seized, and of the same place, judged
/// by their words.
///
/// Objects and places are compared in material events only (in verbal ones the object paraphrases the words
/// spoken) and never in singular ones, see `docs/identity.md`. Only those of one language can
/// contradict each other; articles whose language is not known count as of one language. A place that
/// the knowledge files have is known in all their languages.
enum ObjectMatch {
  /// Whether the objects of a type of event are compared.
  static func concerns(_ type: EventType) -> Bool {
    type.quadClass == .materialCooperation || type.quadClass == .materialConflict
  }

  /// What a statement says of the thing or the place that it speaks of.
  private typealias Words = (Report) -> ObjectWords?

  /// Whether a statement may speak of the same object and place as the statements of an event.
  static func agree(_ report: Report, with others: [Report]) -> Bool {
    agree(report, with: others) { $0.object } && agree(report, with: others) { $0.place }
  }

  private static func agree(_ report: Report, with others: [Report], in words: Words) -> Bool {
    guard let own = words(report), !own.isEmpty else { return true }
    let theirs = others.compactMap { other in
      words(other).flatMap { theirs in
        let isComparable =
          other.language == report.language || own.place != nil && theirs.place != nil
        return isComparable && !theirs.isEmpty ? theirs : nil
      }
    }
    return theirs.isEmpty || theirs.contains { $0.agree(with: own) }
  }

  /// One part for each object spoken of, and of each of these one for each place; `key` tells the parts
  /// apart and is `nil` when there is one.
  static func parts(of reports: [Report]) -> [(key: String?, members: [Report])] {
    guard reports.count > 1 else { return [(nil, reports)] }
    return parts(of: reports) { $0.object }.flatMap { part in
      parts(of: part.members) { $0.place }.map { inner in
        let keys = [part.key, inner.key.map { "at \($0)" }].compactMap(\.self)
        return (keys.isEmpty ? nil : keys.joined(separator: " "), inner.members)
      }
    }
  }

  /// One part for each object, or each place; `key` tells the parts apart and is `nil` when there is one.
  ///
  /// Objects in other languages belong to one part when they share a word all the same, such as
  /// a name; where one language knows several objects, nobody can say which of them the others
  /// mean, and they stay apart. A statement without an object goes with the only object that its
  /// article names; where there is none or are several, such statements form a part of their own.
  private static func parts(
    of reports: [Report], by words: Words
  ) -> [(key: String?, members: [Report])] {
    guard reports.count > 1, differ(reports, in: words) else { return [(nil, reports)] }
    let components = components(of: reports, by: words)
    guard components.count > 1, contradict(components.map(\.members), by: words) else {
      return [(nil, reports)]
    }
    var parts = components
    var rest: [Report] = []
    for report in reports where words(report)?.isEmpty ?? true {
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

  /// Whether any two statements speak of objects in other words.
  private static func differ(_ reports: [Report], in words: Words) -> Bool {
    var first: ObjectWords?
    for report in reports {
      guard let own = words(report), !own.isEmpty else { continue }
      if let first, first != own { return true }
      first = own
    }
    return false
  }

  /// Statements with objects, those that agree together; the key is the smallest object.
  private static func components(
    of reports: [Report], by words: Words
  ) -> [(key: String, members: [Report])] {
    var speakers: [ObjectWords: [Report]] = [:]
    for report in reports {
      guard let object = words(report), !object.isEmpty else { continue }
      speakers[object, default: []].append(report)
    }
    var united: [[ObjectWords]] = []
    for object in speakers.keys {
      var joined = [object]
      united.removeAll { objects in
        guard objects.contains(where: { $0.agree(with: object) }) else { return false }
        joined += objects
        return true
      }
      united.append(joined)
    }
    return united.map { objects in
      let key = objects.map { $0.words.joined(separator: " ") }.min() ?? ""
      return (key, objects.flatMap { speakers[$0] ?? [] })
    }.sorted { $0.0 < $1.0 }
  }

  /// Whether two components hold objects of one language, or places that are known in any.
  private static func contradict(_ components: [[Report]], by words: Words) -> Bool {
    var seen: Set<String> = []
    for component in components {
      var languages = Set(component.map { $0.language ?? "" })
      if component.contains(where: { words($0)?.place != nil }) { languages.insert("any") }
      if !languages.isDisjoint(with: seen) { return true }
      seen.formUnion(languages)
    }
    return false
  }
}
