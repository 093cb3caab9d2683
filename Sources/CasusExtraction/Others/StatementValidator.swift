public import CasusKnowledge
public import CasusModel
import Foundation

/// Lets through only what an article can answer for.
///
/// An event passes when its words are an exact part of the article, its type and mode are known, its
/// actors are found by identifier or name, its dates are EDTF, and its status and basis are among
/// those there are. Objects, places and speakers that the article does not have are left out.
/// Everything else is refused with a reason; nothing is mended in silence.
public struct StatementValidator: Sendable {
  /// More events than this an article does not have.
  public static let largestCount = 500
  /// The longest words, in bytes.
  private static let longestWords = 2000
  /// What an answer without a confidence gets.
  private static let usualConfidence = 0.5

  private let catalog: EventCatalog
  private let actors: ActorDirectory

  /// Makes a validator that knows the types and actors of the knowledge.
  public init(knowledge: Knowledge) {
    catalog = knowledge.catalog
    actors = ActorDirectory(knowledge.actors)
  }

  /// Goes through the events that an extractor returned as JSON values.
  /// - Parameters:
  ///   - values: one JSON object an event, as `casus extract` writes them.
  ///   - article: what they are said to be in.
  ///   - rule: who returned them, for `Evidence.rule`.
  /// - Returns: what passed, in the order of the text, and what was refused.
  public func extraction(_ values: [Any], in article: Article, rule: String) -> Extraction {
    let text = Array(article.text.utf8)
    var result = Extraction(statements: [])
    for (index, value) in values.enumerated() {
      do throws(StatementProposal.Fault) {
        guard index < Self.largestCount else {
          throw StatementProposal.Fault(
            "it is beyond the \(Self.largestCount) events that an article may have")
        }
        guard let proposal = StatementProposal(value) else {
          throw StatementProposal.Fault("it is not a JSON object")
        }
        let statement = try statement(proposal, in: article, text, rule: rule)
        if !result.statements.contains(statement) { result.statements.append(statement) }
      } catch {
        result.rejections.append(Rejection(number: index + 1, reason: error.reason))
      }
    }
    result.statements = result.statements.inTextOrder
    return result
  }

  private func statement(
    _ proposal: StatementProposal, in article: Article, _ text: [UInt8], rule: String
  ) throws(StatementProposal.Fault) -> Statement {
    let (type, mode) = try kind(of: proposal)
    let source = try resolved(proposal.texts("source"), as: "source")
    let target = try resolved(proposal.texts("target"), as: "target")
    guard !source.isEmpty else { throw StatementProposal.Fault("it has no source") }
    var roles: [String: [ActorID]] = [:]
    for (name, names) in try proposal.lists("roles").sorted(by: { $0.key < $1.key }) {
      roles[name] = try resolved(names, as: name)
    }
    let words = try self.words(of: proposal, in: text)
    let confidence = try proposal.number("confidence") ?? Self.usualConfidence
    guard (0...1).contains(confidence) else {
      throw StatementProposal.Fault("confidence \(confidence) is not within 0 and 1")
    }
    let (date, basis) = try date(of: proposal)
    let object = try proposal.text("object").flatMap {
      Self.offset(of: $0, in: text) == nil ? nil : $0
    }
    let place = try proposal.text("place").flatMap {
      Self.offset(of: $0, in: text) == nil ? nil : $0
    }
    return Statement(
      type: type, mode: mode, source: source, target: target, roles: roles, object: object,
      place: place,
      evidence: Evidence(
        articleID: article.id, text: words.text, start: words.range.lowerBound,
        end: words.range.upperBound, sentence: Self.sentence(around: words.range, in: text),
        attribution: try speakers(of: proposal, in: text), status: try status(of: proposal),
        date: date, dateBasis: basis, rule: rule, confidence: confidence, object: object,
        language: article.language))
  }

  private func kind(
    of proposal: StatementProposal
  ) throws(StatementProposal.Fault) -> (EventType, String?) {
    let name = try proposal.text("type") ?? ""
    guard let type = EventType(rawValue: name.uppercased()) else {
      throw StatementProposal.Fault("type '\(Self.shown(name))' is none of the sixteen")
    }
    guard let mode = try proposal.text("mode") else { return (type, nil) }
    guard catalog.types[type.rawValue]?.modes[mode] != nil else {
      throw StatementProposal.Fault("\(type.rawValue) has no mode '\(Self.shown(mode))'")
    }
    return (type, mode)
  }

  private func resolved(
    _ names: [String], as role: String
  ) throws(StatementProposal.Fault) -> [ActorID] {
    var ids: Set<ActorID> = []
    for name in names {
      guard let id = actors.actor(name) else {
        throw StatementProposal.Fault("\(role) '\(Self.shown(name))' is no known actor")
      }
      ids.insert(id)
    }
    return ids.sorted()
  }

  /// The exact words: at the offset in code points that is given, else the first ones alike.
  private func words(
    of proposal: StatementProposal, in text: [UInt8]
  ) throws(StatementProposal.Fault) -> (text: String, range: Range<Int>) {
    let evidence = try proposal.object("evidence")
    guard let words = try evidence.text("text") else {
      throw StatementProposal.Fault("its evidence has no text")
    }
    let bytes = Array(words.utf8)
    guard bytes.count <= Self.longestWords else {
      throw StatementProposal.Fault("its evidence is longer than \(Self.longestWords) bytes")
    }
    if let start = try evidence.number("start"), start >= 0, start < Double(text.count) {
      let offset = Self.byteOffset(ofCodePoint: Int(start), in: text)
      if text[offset...].starts(with: bytes) { return (words, offset..<offset + bytes.count) }
    }
    guard let offset = Self.offset(of: words, in: text) else {
      throw StatementProposal.Fault("the article does not say '\(Self.shown(words))'")
    }
    return (words, offset..<offset + bytes.count)
  }

  private func date(
    of proposal: StatementProposal
  ) throws(StatementProposal.Fault) -> (EDTF?, DateBasis) {
    guard let text = try proposal.text("date") else { return (nil, .none) }
    guard let date = EDTF(text) else {
      throw StatementProposal.Fault("date '\(Self.shown(text))' is not EDTF")
    }
    guard let name = try proposal.text("dateBasis") else { return (date, .relative) }
    guard let basis = DateBasis(rawValue: name), basis != .none else {
      throw StatementProposal.Fault("dateBasis '\(Self.shown(name))' is none of a date")
    }
    return (date, basis)
  }

  private func status(
    of proposal: StatementProposal
  ) throws(StatementProposal.Fault) -> EventStatus {
    let name = try proposal.text("status") ?? ""
    guard let status = EventStatus(rawValue: name) else {
      throw StatementProposal.Fault("status '\(Self.shown(name))' is none of the four")
    }
    return status
  }

  /// Known actors, and other names that the article has.
  private func speakers(
    of proposal: StatementProposal, in text: [UInt8]
  ) throws(StatementProposal.Fault) -> [String] {
    var speakers: [String] = []
    for name in try proposal.texts("attribution") {
      if let id = actors.actor(name) {
        speakers.append(id.rawValue)
      } else if Self.offset(of: name, in: text) != nil {
        speakers.append(name)
      }
    }
    return speakers
  }

  private static func offset(of words: String, in text: [UInt8]) -> Int? {
    text.firstRange(of: Array(words.utf8))?.lowerBound
  }

  private static func byteOffset(ofCodePoint number: Int, in text: [UInt8]) -> Int {
    var count = 0
    for (offset, byte) in text.enumerated() where byte & 0xc0 != 0x80 {
      if count == number { return offset }
      count += 1
    }
    return text.count
  }

  /// From the sentence end before to the sentence end after, as far as punctuation tells.
  private static func sentence(around range: Range<Int>, in text: [UInt8]) -> String {
    func ends(_ offset: Int) -> Bool {
      let byte = text[offset]
      if byte == UInt8(ascii: "\n") { return true }
      let isMark = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(byte)
      return isMark && (offset + 1 == text.count || [0x20, 0x0a, 0x0d].contains(text[offset + 1]))
    }
    var start = range.lowerBound
    while start > 0, !ends(start - 1) { start -= 1 }
    while start < range.lowerBound, [0x20, 0x0a, 0x0d, 0x09].contains(text[start]) { start += 1 }
    var end = range.upperBound
    if end == 0 || !ends(end - 1) {
      while end < text.count, !ends(end) { end += 1 }
      if end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
    }
    return String(decoding: text[start..<end], as: UTF8.self)
  }

  /// A foreign text as a message may show it: short and on one line.
  private static func shown(_ text: String) -> String {
    let line = text.unicodeScalars.prefix(60).map { scalar in
      scalar.properties.generalCategory == .control ? " " : String(scalar)
    }.joined()
    return text.unicodeScalars.count > 60 ? line + "…" : line
  }
}

extension [Statement] {
  /// Sorted by where their words start, then end; those of the same words stay as they are.
  var inTextOrder: [Statement] {
    enumerated().sorted { a, b in
      (a.element.evidence.start, a.element.evidence.end, a.offset)
        < (b.element.evidence.start, b.element.evidence.end, b.offset)
    }.map(\.element)
  }
}
