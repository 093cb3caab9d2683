/// Finds what frames ask for as a class of nouns that `nouns.yaml` does not have.
///
/// A word that is no class is a noun of its own, so that a class whose name is misspelled would never be met and never
/// be missed. It shows where a name cannot be a noun: with an underscore ("blame_word"), or in Latin letters where the
/// nouns of the language are written in others.
struct FrameClassCheck {
  private let classes: Set<String>
  private let isLatin: Bool

  init(classes: [String: [String]]) {
    self.classes = Set(classes.keys)
    let nouns = classes.values.joined()
    let latin = nouns.reduce(0) { $0 + ($1.utf8.allSatisfy { $0 < 0x80 } ? 1 : 0) }
    isLatin = latin * 2 > nouns.count
  }

  /// The faults of one frame, at the line where it begins.
  func problems(of frame: Frame, _ item: YAMLValue) -> [DataProblem] {
    (frame.object + frame.subject + frame.complement).filter(isUnknown).map {
      item.problem("no class '\($0)' in nouns.yaml; name one that is there, or add it")
    }
  }

  private func isUnknown(_ word: String) -> Bool {
    guard !classes.contains(word), !FrameCompiler.conditions.contains(word) else { return false }
    if word.utf8.contains(UInt8(ascii: "_")) { return true }
    return !isLatin && word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }
}
