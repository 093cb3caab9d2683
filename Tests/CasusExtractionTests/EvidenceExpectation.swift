import CasusModel
import Testing

/// Every statement's evidence is an exact, sensible slice of the text.
func expectExactEvidence(
  _ statements: [Statement], in text: String, _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let bytes = Array(text.utf8)
  for statement in statements {
    let evidence = statement.evidence
    let isInside =
      0 <= evidence.start && evidence.start < evidence.end && evidence.end <= bytes.count
    #expect(
      isInside, "\(name): \(evidence.start)..<\(evidence.end)", sourceLocation: sourceLocation)
    guard isInside else { continue }
    // Strict decoding: an offset inside a character gives nil.
    let slice = String(validating: bytes[evidence.start..<evidence.end], as: UTF8.self)
    #expect(slice == evidence.text, "\(name)", sourceLocation: sourceLocation)
    #expect(!statement.source.isEmpty, "\(name): \(evidence.text)", sourceLocation: sourceLocation)
    #expect(
      (0.0...1.0).contains(evidence.confidence), "\(name)", sourceLocation: sourceLocation)
    #expect(
      evidence.sentence.unicodeScalars.contains(evidence.text.unicodeScalars),
      "\(name): \(evidence.text)",
      sourceLocation: sourceLocation)
  }
}
