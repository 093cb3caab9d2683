import CasusKnowledge
import CasusModel

// Why a predicate gave no event.
extension EventFinder {
  /// The verbs and event nouns that a frame knows and that carry none of the findings, each with what its
  /// frames lack, and in words for `casus explain`.
  func unfilled(
    _ sentence: Sentence, _ findings: [Finding], _ resolver: ActorResolver
  ) -> [(predicate: UnfilledPredicate, line: String)] {
    let told = Set(findings.map(\.verb)).union(findings.map(\.phrase))
    var result: [(predicate: UnfilledPredicate, line: String)] = []
    for i in sentence.chunks.indices where !told.contains(i) {
      let chunk = sentence.chunks[i]
      if chunk.kind == .verb {
        result += frames.candidates(i, sentence).compactMap {
          unfilled(Int($0), verb: i, sentence, resolver)
        }
      } else if chunk.kind == .nounPhrase, chunk.eventNoun >= 0 {
        let types = types(ofNoun: chunk.eventNoun, sentence).sorted { $0.rawValue < $1.rawValue }
        let predicate = UnfilledPredicate(
          range: sentence.span(ofChunk: i), types: types, lack: lack(ofNoun: i, sentence, resolver))
        let names = types.map(\.rawValue).joined(separator: ", ")
        result.append((predicate, "    ✗ \(i) \(names): \(predicate.lack.rawValue)"))
      }
    }
    return result
  }

  /// What a frame lacks beside a verb, or `nil` for one that tells of no event.
  private func unfilled(
    _ index: Int, verb: Int, _ sentence: Sentence, _ resolver: ActorResolver
  ) -> (predicate: UnfilledPredicate, line: String)? {
    let frame = lexicon.frames[index]
    guard let type = frame.frame.type else { return nil }
    let range = sentence.span(ofChunk: verb)
    let name = "    ✗ \(verb) \(type.rawValue) (\(frame.frame.origin))"
    guard frames.fits(index, verb, sentence) else {
      return (
        UnfilledPredicate(range: range, types: [type], lack: .frame),
        "\(name): its subject, object or complement is none that the frame asks for"
      )
    }
    var resolver = resolver
    let source = fill(frame.source, verb, frame, sentence, &resolver, excluding: [])
    let target = fill(
      frame.target, verb, frame, sentence, &resolver, excluding: rolled(source.actors))
    return (
      UnfilledPredicate(range: range, types: [type], lack: lack(source, target)),
      "\(name): source \(names(source)), target \(names(target))"
    )
  }

  /// What the first frame of an event noun lacks.
  private func lack(
    ofNoun phrase: Int, _ sentence: Sentence, _ resolver: ActorResolver
  ) -> UnfilledPredicate.Lack {
    var resolver = resolver
    let node = sentence.items[Int(sentence.chunks[phrase].eventNoun)].node
    guard
      let meaning = lexicon.meanings(of: node).first(where: {
        $0.kind == .eventNoun && lexicon.frames[Int($0.index)].frame.type != nil
      })
    else { return .frame }
    let frame = lexicon.frames[Int(meaning.index)]
    let source = fillNominal(frame.nominalSource, phrase, sentence, &resolver, excluding: [])
    let target = fillNominal(
      frame.nominalTarget, phrase, sentence, &resolver, excluding: rolled(source.actors))
    return lack(source, target)
  }

  private func lack(_ source: Filling, _ target: Filling) -> UnfilledPredicate.Lack {
    switch (source.actors.isEmpty, target.actors.isEmpty) {
    case (true, true): .sides
    case (true, false): .source
    case (false, true): .target
    case (false, false): .leftOut
    }
  }

  private func names(_ filling: Filling) -> String {
    filling.actors.isEmpty ? "none" : filling.actors.map(\.rawValue).joined(separator: ", ")
  }
}
