/// What a sentence tells of the findings in it.
extension Sentence {
  /// The verb of a finding; of a noun, the one whose subject it is: "the talks had been brokered by Qatar".
  ///
  /// −1 for none.
  func verb(telling finding: Finding) -> Int {
    guard finding.phrase >= 0, finding.form == "nominal" else { return finding.verb }
    return chunks.indices.first {
      chunks[$0].kind == .verb && Int(links[$0].subject) == finding.phrase
    } ?? -1
  }
}
