import CasusExtraction
import CasusModel
import Foundation

/// How well extracted statements agree with gold, as `gold/ANNOTATION.md` defines it.
struct Score {
  /// One dyad of a gold record or of a statement.
  struct Dyad {
    var source: String
    var target: String
    var type: EventType
    var firstSentence: Int
    var lastSentence: Int
    var status: EventStatus
    var date: String?
    var attribution: Set<String>
    var place: String?
    var object: String?
    var evidence: String
    var isExact: Bool
    var isBackground: Bool
    var confidence: Double
    var rule: String

    /// The pair, in order unless the type has no direction.
    var pair: [String] {
      type.isSymmetric ? [source, target].sorted() : [source, target]
    }
  }

  /// Of how many gold names a place, or an object, and for how many the same was found.
  struct Named {
    var count = 0
    var right = 0

    static func += (a: inout Named, b: Named) {
      a.count += b.count
      a.right += b.right
    }
  }

  /// Counts of one language, or of all together.
  struct Counts {
    var gold = 0
    var goldHit = 0
    var predicted = 0
    var hit = 0
    var quadGold = 0
    var quadGoldHit = 0
    var quadHit = 0
    var matched = 0
    var status = 0
    var date = 0
    var dated = 0
    var datedRight = 0
    var attribution = 0
    var places = Named()
    var objects = Named()
    var exact = 0
    var squaredError = 0.0

    static func += (a: inout Counts, b: Counts) {
      a.gold += b.gold
      a.goldHit += b.goldHit
      a.predicted += b.predicted
      a.hit += b.hit
      a.quadGold += b.quadGold
      a.quadGoldHit += b.quadGoldHit
      a.quadHit += b.quadHit
      a.matched += b.matched
      a.status += b.status
      a.date += b.date
      a.dated += b.dated
      a.datedRight += b.datedRight
      a.attribution += b.attribution
      a.places += b.places
      a.objects += b.objects
      a.exact += b.exact
      a.squaredError += b.squaredError
    }

    /// Precision, recall and F1 for the full type.
    var type: (precision: Double, recall: Double, f1: Double) {
      Self.measures(hit, predicted, goldHit, gold)
    }

    /// Precision, recall and F1 for the quad class.
    var quad: (precision: Double, recall: Double, f1: Double) {
      Self.measures(quadHit, predicted, quadGoldHit, quadGold)
    }

    private static func measures(
      _ hit: Int, _ predicted: Int, _ goldHit: Int, _ gold: Int
    ) -> (Double, Double, Double) {
      let precision = predicted > 0 ? Double(hit) / Double(predicted) : 0
      let recall = gold > 0 ? Double(goldHit) / Double(gold) : 0
      let sum = precision + recall
      return (precision, recall, sum > 0 ? 2 * precision * recall / sum : 0)
    }

    /// A share of the matched dyads.
    func share(_ count: Int) -> Double { matched > 0 ? Double(count) / Double(matched) : 0 }
  }

  /// A gold dyad that was missed, or an extracted one that gold does not have.
  struct Fault {
    enum Kind: String { case missed, falseAlarm = "false alarm", wrongField = "wrong field" }
    var kind: Kind
    var cause: String
    var article: String
    var dyad: Dyad
    var detail: String
  }

  private(set) var byLanguage: [String: Counts] = [:]
  private(set) var faults: [Fault] = []
  /// Confidence and correctness of every extracted dyad, for calibration.
  private(set) var reliability: [(confidence: Double, isRight: Bool)] = []

  /// All languages together.
  var total: Counts {
    byLanguage.values.reduce(into: Counts()) { $0 += $1 }
  }

  /// Adds one article.
  ///
  /// What its `unfilled` predicates lack is the cause of misses at their words.
  mutating func add(
    name: String, gold: GoldArticle, text: String, statements: [Statement],
    unfilled: [UnfilledPredicate] = []
  ) {
    let scalars = Array(text.unicodeScalars)
    let borders = SentenceBorders(scalars)
    let offsets = CodePointOffsets(text)
    let goldDyads = gold.events.flatMap { Self.dyads($0, text, borders) }
    let found = statements.flatMap { Self.dyads($0, borders, offsets, text) }
    var counts = Counts()
    counts.gold = goldDyads.filter { !$0.isBackground }.count
    counts.quadGold = counts.gold
    counts.predicted = found.count
    counts.exact = found.filter(\.isExact).count
    let pairs = Self.match(goldDyads, found) { $0 == $1 }
    let quadPairs = Self.match(goldDyads, found) { $0.quadClass == $1.quadClass }
    counts.hit = pairs.count
    counts.goldHit = pairs.filter { !goldDyads[$0.gold].isBackground }.count
    counts.quadHit = quadPairs.count
    counts.quadGoldHit = quadPairs.filter { !goldDyads[$0.gold].isBackground }.count
    counts.matched = pairs.count
    for pair in pairs { compare(goldDyads[pair.gold], found[pair.found], name, &counts) }
    let matchedGold = Set(pairs.map(\.gold))
    let matchedFound = Set(pairs.map(\.found))
    for (i, dyad) in found.enumerated() {
      let isRight = matchedFound.contains(i)
      reliability.append((dyad.confidence, isRight))
      counts.squaredError += pow(dyad.confidence - (isRight ? 1 : 0), 2)
      if !isRight {
        let cause = Self.nearestCause(dyad, near: goldDyads, matchedGold) ?? "no such event"
        addFault(.falseAlarm, cause, name, dyad)
      }
    }
    for (i, dyad) in goldDyads.enumerated() where !matchedGold.contains(i) && !dyad.isBackground {
      let cause =
        Self.nearestCause(dyad, near: found, matchedFound)
        ?? Self.cause(dyad, unfilled, found, in: text)
      addFault(.missed, cause, name, dyad)
    }
    byLanguage[gold.language, default: Counts()] += counts
  }

  private mutating func addFault(
    _ kind: Fault.Kind, _ cause: String, _ article: String, _ dyad: Dyad, _ detail: String = ""
  ) {
    faults.append(Fault(kind: kind, cause: cause, article: article, dyad: dyad, detail: detail))
  }

  private mutating func compare(
    _ gold: Dyad, _ found: Dyad, _ name: String, _ counts: inout Counts
  ) {
    if gold.status == found.status {
      counts.status += 1
    } else {
      addFault(.wrongField, "status", name, found, "\(gold.status.rawValue) expected")
    }
    if gold.date == found.date {
      counts.date += 1
    } else {
      addFault(.wrongField, "date", name, found, "\(gold.date ?? "no date") expected")
    }
    if gold.date != nil {
      counts.dated += 1
      if gold.date == found.date { counts.datedRight += 1 }
    }
    if gold.attribution == found.attribution {
      counts.attribution += 1
    } else {
      let wanted = gold.attribution.sorted().joined(separator: ", ")
      addFault(.wrongField, "attribution", name, found, "[\(wanted)] expected")
    }
    compare("place", gold.place, found.place, of: found, name, &counts.places)
    compare("object", gold.object, found.object, of: found, name, &counts.objects)
  }

  /// Compares the words for a place or an object, where gold has any.
  private mutating func compare(
    _ field: String, _ wanted: String?, _ words: String?, of found: Dyad, _ name: String,
    _ counts: inout Named
  ) {
    guard let wanted else { return }
    counts.count += 1
    if SharedWord.exists(in: wanted, words) {
      counts.right += 1
    } else {
      addFault(.wrongField, field, name, found, "\(wanted) expected, \(words ?? "none") found")
    }
  }

  /// Why a gold dyad has nothing like it: what the words that carry it lack.
  private static func cause(
    _ gold: Dyad, _ unfilled: [UnfilledPredicate], _ found: [Dyad], in text: String
  ) -> String {
    guard let range = text.range(of: gold.evidence, options: .literal) else {
      return "words not in the text"
    }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let end = text.utf8.distance(from: text.startIndex, to: range.upperBound)
    let here = unfilled.filter { $0.range.overlaps(start..<end) }
    let lacks = here.filter { $0.types.contains(gold.type) }.map(\.lack)
    // The frame that came nearest tells most.
    for lack in [UnfilledPredicate.Lack.leftOut, .target, .source, .sides, .frame]
    where lacks.contains(lack) {
      return lack.rawValue
    }
    if found.contains(where: {
      gap(gold, $0) == 0 && !$0.evidence.isEmpty
        && (gold.evidence.contains($0.evidence) || $0.evidence.contains(gold.evidence))
    }) {
      return "read as another event"
    }
    return here.isEmpty ? "predicate not in the lexicon" : "predicate of another type"
  }

  /// What the nearest dyad of the other side differs in, `nil` when none is near.
  private static func nearestCause(
    _ dyad: Dyad, near others: [Dyad], _ taken: Set<Int>
  ) -> String? {
    let near = others.enumerated().filter { position, other in
      !taken.contains(position) && gap(dyad, other) <= 1
    }.map(\.element)
    if near.contains(where: { $0.pair.sorted() == dyad.pair.sorted() && $0.type == dyad.type }) {
      return "source and target exchanged"
    }
    if near.contains(where: { $0.source == dyad.source && $0.target == dyad.target }) {
      return "other type"
    }
    if near.contains(where: { $0.type == dyad.type && $0.source == dyad.source }) {
      return "other target"
    }
    if near.contains(where: { $0.type == dyad.type && $0.target == dyad.target }) {
      return "other source"
    }
    return near.contains { $0.type == dyad.type } ? "other actors" : nil
  }

  private static func gap(_ a: Dyad, _ b: Dyad) -> Int {
    max(0, a.firstSentence - b.lastSentence, b.firstSentence - a.lastSentence)
  }

  // MARK: Dyads

  static func rolledUp(_ id: String) -> String { ActorID(rawValue: id).rolledUp.rawValue }

  /// Attribution is compared by actor identifiers only; media names are not.
  private static func actorsOnly(_ names: [String]) -> Set<String> {
    Set(
      names.filter { name in
        let head = name.prefix { $0 != "." && $0 != "/" }
        return (2...6).contains(head.count)
          && head.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
      }.map(rolledUp))
  }

  private static func dyads(
    _ record: GoldArticle.Record, _ text: String, _ borders: SentenceBorders
  ) -> [Dyad] {
    var first = 0
    var last = 0
    var isExact = false
    if let range = text.range(of: record.evidence, options: .literal) {
      let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
      let length = text.unicodeScalars.distance(from: range.lowerBound, to: range.upperBound)
      first = borders.sentence(of: start)
      last = borders.sentence(of: start + max(length - 1, 0))
      isExact = true
    }
    return pairs(record.source, record.target ?? []).map { source, target in
      Dyad(
        source: source, target: target, type: record.type, firstSentence: first,
        lastSentence: last, status: record.status ?? .occurred, date: record.date,
        attribution: actorsOnly(record.attribution ?? []), place: record.place,
        object: record.object, evidence: record.evidence,
        isExact: isExact, isBackground: record.background ?? false, confidence: 1, rule: "")
    }
  }

  private static func dyads(
    _ statement: Statement, _ borders: SentenceBorders, _ offsets: CodePointOffsets, _ text: String
  ) -> [Dyad] {
    let evidence = statement.evidence
    let start = offsets.codePoint(ofByte: evidence.start)
    let end = offsets.codePoint(ofByte: evidence.end)
    let bytes = text.utf8
    let from = bytes.index(bytes.startIndex, offsetBy: evidence.start)
    let to = bytes.index(from, offsetBy: evidence.end - evidence.start)
    let isExact = !evidence.text.isEmpty && text[from..<to] == evidence.text
    return pairs(statement.source.map(\.rawValue), statement.target.map(\.rawValue)).map {
      Dyad(
        source: $0, target: $1, type: statement.type, firstSentence: borders.sentence(of: start),
        lastSentence: borders.sentence(of: max(start, end - 1)), status: evidence.status,
        date: evidence.date?.rawValue, attribution: actorsOnly(evidence.attribution),
        place: statement.place, object: statement.object, evidence: evidence.text, isExact: isExact,
        isBackground: false,
        confidence: evidence.confidence, rule: evidence.rule)
    }
  }

  private static func pairs(_ sources: [String], _ targets: [String]) -> [(String, String)] {
    let a = Set(sources.map(rolledUp)).sorted()
    let b = Set(targets.map(rolledUp)).sorted()
    return (a.isEmpty ? [""] : a).flatMap { source in
      (b.isEmpty ? [""] : b).map { (source, $0) }
    }
  }

  /// Greedy one-to-one matching: nearest sentence first, optional gold last.
  private static func match(
    _ gold: [Dyad], _ found: [Dyad], same: (EventType, EventType) -> Bool
  ) -> [(gold: Int, found: Int)] {
    var candidates: [(background: Int, gap: Int, other: Int, gold: Int, found: Int)] = []
    for (i, g) in gold.enumerated() {
      for (j, f) in found.enumerated() where g.pair == f.pair && same(g.type, f.type) {
        let gap = gap(g, f)
        guard gap <= 1 else { continue }
        candidates.append((g.isBackground ? 1 : 0, gap, g.type == f.type ? 0 : 1, i, j))
      }
    }
    candidates.sort {
      ($0.background, $0.gap, $0.other, $0.gold, $0.found)
        < ($1.background, $1.gap, $1.other, $1.gold, $1.found)
    }
    var usedGold: Set<Int> = []
    var usedFound: Set<Int> = []
    var result: [(gold: Int, found: Int)] = []
    for candidate in candidates
    where !usedGold.contains(candidate.gold) && !usedFound.contains(candidate.found) {
      usedGold.insert(candidate.gold)
      usedFound.insert(candidate.found)
      result.append((candidate.gold, candidate.found))
    }
    return result
  }
}

/// Converts UTF-8 byte offsets to Unicode code points.
struct CodePointOffsets {
  private let counts: [Int32]

  init(_ text: String) {
    var counts: [Int32] = []
    counts.reserveCapacity(text.utf8.count + 1)
    var seen: Int32 = -1
    for byte in text.utf8 {
      if byte & 0xC0 != 0x80 { seen += 1 }
      counts.append(seen)
    }
    counts.append(seen + 1)
    self.counts = counts
  }

  func codePoint(ofByte byte: Int) -> Int { Int(counts[byte]) }
}
