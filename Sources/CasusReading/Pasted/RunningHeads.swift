extension String {
  /// The text without what the layout of printed pages leaves in it: running heads and drop caps.
  var withoutTracesOfPages: String {
    let text = RunningHeads.textWithout(self) ?? self
    return DropCaps.joined(in: text) ?? text
  }
}

/// The lines that stand at the head or foot of every page, in text that was taken out of a document: "Larkfield Times,
/// page 3".
///
/// They come again and again, alike but for their numbers, and break sentences: dates over the entries of a
/// chronology come again too, but between sentences.
struct RunningHeads {
  /// So often must a line come, and so long may it be.
  private static let (leastTimes, longest) = (3, 100)
  /// A line that fills its column is so long at least.
  private static let fullLine = 25

  private let lines: [Substring]
  private let keys: [Substring?]
  private var heads: Set<Substring> = []

  /// The text without them; `nil` where it has none.
  static func textWithout(_ text: String) -> String? {
    guard let heads = RunningHeads(in: text) else { return nil }
    return heads.textWithout
  }

  private init?(in text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 3 * Self.leastTimes else { return nil }
    keys = lines.map(Self.key)
    var times: [Substring: Int] = [:]
    for key in keys { if let key { times[key, default: 0] += 1 } }
    let again = times.filter { $0.value >= Self.leastTimes }
    guard !again.isEmpty else { return nil }
    var breaks: [Substring: (all: Int, unfinished: Int, goingOn: Int)] = [:]
    for run in runs(of: Set(again.keys)) {
      let isUnfinished = isUnfinished(before: run.lowerBound)
      let goesOn = isUnfinished && self.goesOn(at: run.upperBound)
      for key in Set(keys[run].compactMap(\.self)) {
        breaks[key, default: (0, 0, 0)].all += 1
        if isUnfinished { breaks[key, default: (0, 0, 0)].unfinished += 1 }
        if goesOn { breaks[key, default: (0, 0, 0)].goingOn += 1 }
      }
    }
    heads = Set(
      breaks.filter { $0.value.goingOn > 0 && $0.value.unfinished * 2 >= $0.value.all }.keys)
    guard !heads.isEmpty else { return nil }
  }

  private var textWithout: String {
    var kept: [Substring] = []
    var next = 0
    for run in runs(of: heads) {
      kept += lines[next..<run.lowerBound]
      // A sentence that goes on over the page does so in the next line, and any other thing after an empty one.
      if !isUnfinished(before: run.lowerBound) { kept.append("") }
      next = run.upperBound
    }
    kept += lines[next...]
    return kept.joined(separator: "\n")
  }

  /// Where such lines stand, with the empty lines around them.
  private func runs(of wanted: Set<Substring>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var at = 0
    while at < lines.count {
      let start = at
      var holds = false
      while at < lines.count, isEmpty(at) || keys[at].map(wanted.contains) == true {
        holds = holds || !isEmpty(at)
        at += 1
      }
      if holds { runs.append(start..<at) }
      if at == start { at += 1 }
    }
    return runs
  }

  private func isEmpty(_ line: Int) -> Bool { lines[line].allSatisfy(\.isWhitespace) }

  /// Whether the line before fills its column and ends no sentence.
  private func isUnfinished(before line: Int) -> Bool {
    guard line > 0 else { return false }
    let text = lines[line - 1].trimmingWhiteSpace()
    guard text.count >= Self.fullLine, let last = text.last else { return false }
    return last.isLetter || last == "," || last == "-" || last.isNumber
  }

  private func goesOn(at line: Int) -> Bool {
    line < lines.count && lines[line].first { !$0.isWhitespace }?.isLowercase == true
  }

  /// The line with "#" for each number; `nil` where it cannot be a head.
  private static func key(_ line: Substring) -> Substring? {
    guard line.utf8.count <= longest else { return nil }
    let text = line.trimmingWhiteSpace()
    guard !text.isEmpty, !text.hasSuffix(":") else { return nil }
    var key = ""
    for letter in text {
      let isDigit = letter.isNumber
      if !(isDigit && key.last == "#") { key.append(isDigit ? "#" : letter) }
    }
    return key[...]
  }
}
