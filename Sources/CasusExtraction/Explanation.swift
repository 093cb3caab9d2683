import CasusKnowledge
import CasusModel

/// Words for what the extractor did, for `casus explain`.
enum Explanation {
  static func lines(
    for sentence: Sentence, text: UnsafeBufferPointer<UInt8>, frames: FrameFinder
  ) -> [String] {
    let lexicon = frames.lexicon
    func words(_ start: Int32, _ end: Int32) -> String {
      String(
        decoding: UnsafeBufferPointer(rebasing: text[Int(start)..<Int(end)]), as: UTF8.self)
    }
    var result = [
      "",
      "[\(sentence.number)] "
        + words(
          Int32(sentence.range.lowerBound), Int32(sentence.range.upperBound)),
    ]
    for (i, chunk) in sentence.chunks.enumerated() {
      let items = Int(chunk.firstItem)..<Int(chunk.endItem)
      let span = sentence.span(items)
      let shown =
        lexicon.putsVerbSecond
        ? sentence.items[items].map { words($0.start, $0.end) }.joined(separator: " ")
        : words(Int32(span.lowerBound), Int32(span.upperBound))
      var line = "    \(i) \(chunk.kind) “\(shown)”"
      switch chunk.kind {
      case .nounPhrase:
        let owners = (Int(chunk.ownerStart)..<Int(chunk.ownerEnd)).map { position -> String in
          let owner = sentence.owners[position]
          let item = sentence.items[Int(owner.item)]
          return "\(owner.kind) \(words(item.start, item.end))"
        }
        if !owners.isEmpty { line += " owner: \(owners.joined(separator: ", "))" }
        if chunk.eventNoun >= 0 { line += " event noun" }
        if chunk.preposition != 0 { line += " after preposition" }
        if chunk.next >= 0 { line += " list→\(chunk.next)" }
        if chunk.traits.contains(.isOpaque) { line += " opaque" }
      case .verb:
        let links = sentence.links[i]
        line += " \(links.link)"
        if chunk.traits.contains(.isPassive) { line += " passive" }
        if chunk.traits.contains(.isSpeech) { line += " speech" }
        if chunk.traits.contains(.isNegated) { line += " negated" }
        if chunk.traits.contains(.isPlanned) { line += " planned" }
        if chunk.traits.contains(.isHypothetical) { line += " hypothetical" }
        if chunk.traits.contains(.isInfinitive) { line += " infinitive" }
        if links.isTrailingSpeech { line += " names the speaker" }
        line += " subject: \(links.subject) object: \(links.object) governor: \(links.governor)"
        if let frame = frames.frame(of: i, sentence) {
          line += " frame: \(lexicon.frames[frame].frame.origin)"
        }
      default: break
      }
      result.append(line)
    }
    return result
  }

  /// The event that a sentence gives, and what its confidence counts.
  static func line(
    for statement: Statement, _ circumstances: Circumstances, of finding: Finding
  ) -> String {
    let counted = circumstances.names
    var line =
      "    ⇒ \(statement.type.rawValue) “\(statement.evidence.text)” "
      + "confidence \(statement.evidence.confidence)"
      + (counted.isEmpty ? "" : ": " + counted.joined(separator: ", "))
    for (side, actors, step) in [
      ("source", statement.source, finding.sourceStep),
      ("target", statement.target, finding.targetStep),
    ] {
      guard let step, !actors.isEmpty else { continue }
      line += "\n      \(side) \(actors.map(\.rawValue).joined(separator: "+")): \(step)"
    }
    return line
  }

  /// The side of an event that the article as a whole told.
  static func line(
    forSupplied side: EventSide, _ actor: ActorID, of statement: Statement
  ) -> String {
    "    ⇠ \(statement.type.rawValue) “\(statement.evidence.text)” "
      + "confidence \(statement.evidence.confidence): \(side.rawValue) \(actor.rawValue) "
      + "supplied by the article"
  }

  static func line(for statement: Statement) -> String {
    let evidence = statement.evidence
    let target = statement.target.map(\.rawValue).joined(separator: "+")
    let mode = statement.mode.map { "/\($0)" } ?? ""
    var line =
      "\(statement.source.map(\.rawValue).joined(separator: "+")) "
      + "\(statement.type.rawValue)\(mode) \(target.isEmpty ? "–" : target)"
    line += " \(evidence.status.rawValue) \(evidence.date?.rawValue ?? "undated")"
    if let place = statement.place { line += " at \(place)" }
    if let object = statement.object { line += " about “\(object)”" }
    if !evidence.attribution.isEmpty {
      line += " per \(evidence.attribution.joined(separator: ", "))"
    }
    return line + " | \(evidence.text) | \(evidence.rule)"
  }
}
