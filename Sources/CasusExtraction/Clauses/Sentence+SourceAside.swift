extension Sentence {
  /// "Судан, кажуть в ООН, обстріляв", "Зброю, за даними ООН, постачає": the comma that opens an aside which
  /// tells whose words these are, given the comma that closes it.
  func opening(ofSourceBefore comma: Int) -> Int? {
    guard comma > 2, chunks[comma].kind == .comma else { return nil }
    var at = comma - 1
    scan: while at > 1 {
      switch chunks[at].kind {
      case .nounPhrase, .preposition, .date: at -= 1
      default: break scan
      }
    }
    guard at > 1, chunks[at - 1].kind == .comma, chunks[at - 2].kind == .nounPhrase else {
      return nil
    }
    switch chunks[at].kind {
    case .according, .mediumCue: return at - 1
    case .verb:
      guard chunks[at].traits.isSuperset(of: [.isSpeech, .isFinite]),
        chunks[at].traits.isDisjoint(with: [.isNegated, .isPlanned, .isPassive])
      else { return nil }
      // "Судан обстріляв, кажуть в ООН, і захопив": only before the verb of the clause.
      let before = chunks[..<(at - 1)].last {
        ![.nounPhrase, .preposition, .date].contains($0.kind)
      }
      return before.map { $0.kind == .stop || $0.kind == .conjunction } ?? true ? at - 1 : nil
    default: return nil
    }
  }
}
