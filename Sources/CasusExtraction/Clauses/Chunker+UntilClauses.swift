import CasusKnowledge

/// Words that stand before a time or a place and open a clause as well.
extension Chunker {
  /// "bertahan | sampai India menyerang Pakistan", "selama delapan tahun | sampai": with a subject and its
  /// verb behind it, and not "dari Kyiv hingga Kharkiv".
  func opensUntilClause(_ items: [Item], _ at: Int, _ chunks: [Chunk]) -> Bool {
    guard isHeadFirst, items[at].roles.contains(.until), at > 0, leadsToSubject(items, at),
      items[at - 1].kinds.isDisjoint(with: [.actor, .place, .date]),
      let last = chunks.lastIndex(where: { $0.kind == .verb || $0.kind == .stop })
        ?? chunks.indices.first,
      !chunks[last...].contains(where: { $0.roles.contains(.origin) })
    else { return false }
    var next = at + 1
    while next < items.count, next < at + Self.subjectLimit {
      let item = items[next]
      if item.verbFeatures.contains(.active) { return true }
      guard item.mark == .word, item.kinds.isDisjoint(with: .date),
        item.roles.isDisjoint(with: [
          .relative, .complementizer, .subordinator, .conditional, .contrast, .preposition,
        ])
      else { return false }
      next += 1
    }
    return false
  }

  /// How many words the subject of such a clause may have.
  private static let subjectLimit = 8
}
