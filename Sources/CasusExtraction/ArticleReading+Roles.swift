import CasusKnowledge
import CasusModel

// Who supplies arms to whom, and who mediates.
extension ArticleReading {
  /// Which side of a transfer supplies the other: as the frame says, "bought from", or as the words
  /// told it before.
  func supplier(of finding: Finding) -> EventSide {
    finding.supplier
      ?? (finding.frame >= 0 ? lexicon.frames[finding.frame].frame.supplier : .source)
  }

  /// Whose land it is that forces leave without a word of it: "withdrew from Goma".
  func roles(of finding: Finding) -> [String: [ActorID]] {
    guard finding.type == .retreat, finding.target.isEmpty, finding.targetIsPlace,
      let place = finding.place, let state = state(ofPlace: place),
      !finding.source.contains(where: { knowledge.actors.rolledUp($0) == state })
    else { return [:] }
    return ["territory": [state]]
  }

  /// Names who supplies and who receives in each transfer of which both sides are known, and who mediates.
  mutating func nameRoles() {
    for i in statements.indices where statements[i].mode == "mediate" {
      statements[i].roles = ["mediator": statements[i].source.inOrder]
    }
    for (i, supplier) in suppliers
    where !statements[i].source.isEmpty && !statements[i].target.isEmpty {
      let (source, target) = (statements[i].source.inOrder, statements[i].target.inOrder)
      statements[i].roles =
        supplier == .source
        ? ["supplier": source, "recipient": target] : ["supplier": target, "recipient": source]
    }
  }
}
