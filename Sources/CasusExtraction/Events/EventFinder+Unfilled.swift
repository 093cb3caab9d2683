import CasusKnowledge
import CasusModel

// Why a predicate gave no event, for `casus explain`.
extension EventFinder {
  /// A line for each verb and event noun that a frame knows and that carries none of the findings:
  /// what its first frames lack.
  func unfilled(
    _ sentence: Sentence, _ findings: [Finding], _ resolver: ActorResolver
  ) -> [String] {
    let told = Set(findings.map(\.verb)).union(findings.map(\.phrase))
    var lines: [String] = []
    for i in sentence.chunks.indices where !told.contains(i) {
      let chunk = sentence.chunks[i]
      if chunk.kind == .verb {
        for index in frames.candidates(i, sentence) {
          guard let line = lack(Int(index), verb: i, sentence, resolver) else { continue }
          lines.append("    ✗ \(i) \(line)")
        }
      } else if chunk.kind == .nounPhrase, chunk.eventNoun >= 0 {
        let types = types(ofNoun: chunk.eventNoun, sentence).map(\.rawValue)
        lines.append(
          "    ✗ \(i) \(types.joined(separator: ", ")): the sides of the noun are not found")
      }
    }
    return lines
  }

  /// What a frame lacks beside a verb, or `nil` for one that tells of no event.
  private func lack(
    _ index: Int, verb: Int, _ sentence: Sentence, _ resolver: ActorResolver
  ) -> String? {
    let compiled = lexicon.frames[index]
    guard let type = compiled.frame.type else { return nil }
    let name = "\(type.rawValue) (\(compiled.frame.origin))"
    guard frames.fits(index, verb, sentence) else {
      return "\(name): its subject, object or complement is none that the frame asks for"
    }
    var resolver = resolver
    let source = fill(compiled.source, verb, compiled, sentence, &resolver, excluding: [])
    let target = fill(
      compiled.target, verb, compiled, sentence, &resolver, excluding: rolled(source.actors))
    func names(_ filling: Filling) -> String {
      filling.actors.isEmpty ? "none" : filling.actors.map(\.rawValue).joined(separator: ", ")
    }
    return "\(name): source \(names(source)), target \(names(target))"
  }
}
