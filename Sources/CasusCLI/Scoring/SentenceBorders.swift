/// Start offsets of sentences, crude, and the same for gold and for what was extracted.
///
/// A sentence starts at the text's start, after a line break, and after `.`, `!`, `?` or `…` with
/// closing quotes, a space, and a capital or a digit.
struct SentenceBorders {
  private let starts: [Int]

  init(_ text: [Unicode.Scalar]) {
    var starts = [0]
    var i = 0
    while i < text.count {
      if text[i] == "\n" {
        while i < text.count, text[i] == "\n" { i += 1 }
        starts.append(i)
        continue
      }
      if ".!?…".unicodeScalars.contains(text[i]), let next = Self.afterFullStop(text, i + 1) {
        starts.append(next)
        i = next
        continue
      }
      i += 1
    }
    self.starts = starts
  }

  private static func afterFullStop(_ text: [Unicode.Scalar], _ from: Int) -> Int? {
    var i = from
    while i < text.count, "\"”’»)".unicodeScalars.contains(text[i]) { i += 1 }
    let space = i
    while i < text.count, text[i].properties.isWhitespace { i += 1 }
    guard i > space, i < text.count else { return nil }
    var look = i
    if "\"“‘«(".unicodeScalars.contains(text[look]) { look += 1 }
    guard look < text.count else { return nil }
    let scalar = text[look]
    return scalar.properties.isUppercase || ("0"..."9").contains(scalar) ? i : nil
  }

  /// The number of the sentence that holds an offset.
  func sentence(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= max(offset, 0) { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
