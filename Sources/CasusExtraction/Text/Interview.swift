/// Which lines of an article ask and which answer, where it is an interview.
///
/// Interviews are printed in three ways: with labels ("Q: … A: …", "Kompas: …"), as a dialogue whose lines
/// begin with dashes, and with questions that stand as paragraphs of their own. The last way is that of
/// explainers too, which nobody answers: whoever reads the lines above the first question has to tell.
struct Interview {
  /// What a line is.
  enum Part {
    case question, answer
  }

  /// What each line of the article is; `nil` for those above the first question.
  private(set) var parts: [Part?]
  /// How many bytes of each line say no more than that it asks or answers: "Q:".
  private(set) var labelLengths: [Int]
  /// Whether nothing but the form of its questions makes it one.
  private(set) var mayBeExplainer = false

  /// Reads the form of some lines; `nil` when they are no interview.
  init?(_ lines: [BodyLine], _ text: UnsafeBufferPointer<UInt8>) {
    parts = Array(repeating: nil, count: lines.count)
    labelLengths = Array(repeating: 0, count: lines.count)
    let asks = lines.map { !$0.range.isEmpty && text[$0.range.upperBound - 1] == 0x3F }
    guard asks.count(where: \.self) >= 2 else { return nil }
    if readLabels(lines, text, asks) || readDashes(lines, text, asks) { return }
    guard readParagraphs(lines, text, asks) else { return nil }
    mayBeExplainer = true
  }

  // MARK: Labels

  /// The longest label, in bytes, and the most words that it has.
  private static let longestLabel = 40
  private static let mostLabelWords = 3

  private mutating func readLabels(
    _ lines: [BodyLine], _ text: UnsafeBufferPointer<UInt8>, _ asks: [Bool]
  ) -> Bool {
    struct Label {
      var lines = 0
      var questions = 0
    }
    let labels = lines.map { Self.label($0.range, text) }
    var counts: [[UInt8]: Label] = [:]
    for (i, label) in labels.enumerated() {
      guard let label else { continue }
      counts[label, default: Label()].lines += 1
      if asks[i] { counts[label]?.questions += 1 }
    }
    counts = counts.filter { $0.value.lines >= 2 }
    // Who asks asks with most of the lines, and more than anybody else does.
    let byQuestions = counts.sorted {
      let (a, b) = (
        $0.value.questions * $1.value.lines, $1.value.questions * $0.value.lines
      )
      return a != b ? a > b : $0.key.lexicographicallyPrecedes($1.key)
    }
    guard byQuestions.count >= 2, byQuestions[0].value.questions >= 2,
      byQuestions[0].value.questions * byQuestions[1].value.lines
        > byQuestions[1].value.questions * byQuestions[0].value.lines
    else { return false }
    let asker = byQuestions[0].key
    var part: Part?
    for (i, label) in labels.enumerated() {
      if let label, counts[label] != nil, part != nil || label == asker {
        part = label == asker ? .question : .answer
        // A name before an answer is read: it says who answers.
        if part == .question || label.count <= 2 { labelLengths[i] = label.count + 1 }
      }
      parts[i] = part
    }
    return true
  }

  /// What stands before a colon at the head of a line.
  private static func label(
    _ line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) -> [UInt8]? {
    let head = text[line.lowerBound..<min(line.upperBound, line.lowerBound + longestLabel)]
    guard let colon = head.firstIndex(of: 0x3A), colon > line.lowerBound,
      colon + 1 < line.upperBound,
      text[colon + 1] == 0x20
    else { return nil }
    let label = text[line.lowerBound..<colon]
    let isSentence = label.contains { $0 == 0x2E || $0 == 0x2C || $0 == 0x3F || $0 == 0x22 }
    guard !isSentence, label.count(where: { $0 == 0x20 }) < mostLabelWords else { return nil }
    return Array(label)
  }

  // MARK: Dashes

  private mutating func readDashes(
    _ lines: [BodyLine], _ text: UnsafeBufferPointer<UInt8>, _ asks: [Bool]
  ) -> Bool {
    let spoken = lines.indices.filter { Self.opensWithDash(lines[$0].range, text) }
    guard spoken.count >= 4 else { return false }
    // Questions and answers take turns.
    let questions = spoken.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    let answers = spoken.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    let asked = questions.count { asks[$0] }
    guard asked >= 2, 2 * asked >= questions.count, asked > 2 * answers.count(where: { asks[$0] })
    else { return false }
    var part: Part?
    var turn = 0
    for i in lines.indices {
      if turn < spoken.count, spoken[turn] == i {
        part = turn.isMultiple(of: 2) ? .question : .answer
        turn += 1
      }
      parts[i] = part
    }
    return true
  }

  private static func opensWithDash(
    _ line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard line.count > 4 else { return false }
    let start = line.lowerBound
    if text[start] == 0x2D { return text[start + 1] == 0x20 }
    // "–" and "—".
    return text[start] == 0xE2 && text[start + 1] == 0x80
      && (text[start + 2] == 0x93 || text[start + 2] == 0x94)
  }

  // MARK: Paragraphs

  /// A question that is a paragraph of its own is shorter than this many bytes.
  private static let longestQuestion = 240

  private mutating func readParagraphs(
    _ lines: [BodyLine], _ text: UnsafeBufferPointer<UInt8>, _ asks: [Bool]
  ) -> Bool {
    let questions = lines.indices.filter {
      asks[$0] && lines[$0].range.count < Self.longestQuestion
    }
    guard questions.count >= 2, let first = questions.first, first > 0,
      // Each has an answer below it.
      zip(questions, questions.dropFirst()).allSatisfy({ $0 + 1 < $1 }),
      let last = questions.last, last + 1 < lines.count
    else { return false }
    for i in first..<lines.count { parts[i] = questions.contains(i) ? .question : .answer }
    return true
  }
}
