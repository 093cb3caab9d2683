/// One part of the library that takes what others wrote.
protocol FuzzTarget: Sendable {
  /// Prepares what is the same for all inputs.
  init(knowledge: FuzzKnowledge) throws

  /// Takes an input; a broken promise about the result is a crash.
  func take(_ bytes: [UInt8])
}

/// The targets by their names, which are those of the folders in `Corpus/` too.
enum FuzzTargets {
  static let all: [String: any FuzzTarget.Type] = [
    "reader": ReaderTarget.self, "html": HTMLTarget.self, "jsonl": JSONLinesTarget.self,
    "tables": TableTarget.self, "edtf": EDTFTarget.self, "dates": DateTarget.self,
    "extraction": ExtractionTarget.self, "answers": AnswerTarget.self, "dot": DOTTarget.self,
    "page": PageTarget.self,
  ]
}

/// Ends the process with a message, so that libFuzzer keeps the input.
func promise(_ holds: Bool, _ broken: @autoclosure () -> String) {
  guard holds else { fatalError("broken promise: \(broken())") }
}
