import CasusKnowledge

/// Names before a hyphen that are no side of what the phrase names.
extension Lexicon {
  /// "a Qatar-brokered truce", "US-mediated talks": whether a name before a hyphen and a participle only
  /// says who mediates.
  func isBroker(_ name: Int, _ items: [Item]) -> Bool {
    guard let word = joined(to: name, items), word.verbFeatures.contains(.participle) else {
      return false
    }
    return meanings(of: word.node).contains {
      $0.kind == .verb && frames[Int($0.index)].frame.mode == "mediate"
    }
  }

  /// "Pakistan-based militants", "Russian-speaking residents": whether a name before a hyphen only says of
  /// what kind somebody is.
  func saysKind(_ name: Int, _ items: [Item]) -> Bool {
    guard let word = joined(to: name, items) else { return false }
    return word.verbFeatures.contains(.gerund) || word.roles.contains(.notActor)
  }

  /// The word behind a name and a hyphen, with a noun behind it.
  private func joined(to name: Int, _ items: [Item]) -> Item? {
    guard nounHead == .last, !usesCases, name + 3 < items.count, items[name + 1].mark == .hyphen,
      items[name + 2].isJoined, items[name + 2].mark == .word
    else { return nil }
    return items[name + 2]
  }
}
