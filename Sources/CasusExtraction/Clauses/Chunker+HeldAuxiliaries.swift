import CasusKnowledge

/// Auxiliaries that an aside between commas parts from their verb.
extension Chunker {
  /// What stands before the first comma, and how many chunks there were behind it.
  struct HeldAuxiliary {
    var pending: Pending
    var chunkCount: Int
  }

  /// "siap, jika perlu, mengirim", "готова, если потребуется, ввести", "will, if necessary, send": at the second
  /// comma the words before the first go on.
  func hold(
    _ before: Pending, _ held: inout HeldAuxiliary?, _ pending: inout Pending, _ chunks: [Chunk]
  ) {
    guard pending.first < 0 else {
      held = nil
      return
    }
    if let open = held {
      held = nil
      let aside = chunks[
        min(open.chunkCount, chunks.count)..<max(chunks.count - 1, open.chunkCount)]
      guard aside.count <= Self.longestAside, isParenthetic(aside) else { return }
      pending.traits = open.pending.traits
      return
    }
    let open: Chunk.Traits = [.isPlanned, .isHypothetical, .isNegated]
    guard !before.hasBe, !before.traits.isDisjoint(with: open) else { return }
    held = HeldAuxiliary(pending: before, chunkCount: chunks.count)
  }

  /// Words without a verb, or "if needed", "he said".
  private func isParenthetic(_ aside: ArraySlice<Chunk>) -> Bool {
    var verbs = 0
    return aside.allSatisfy { chunk in
      switch chunk.kind {
      case .nounPhrase, .preposition, .date, .conditional, .according, .mediumCue: return true
      case .verb:
        verbs += 1
        return verbs == 1
      default: return false
      }
    }
  }

  /// At most so many phrases stand between two commas.
  private static let longestAside = 8
}
