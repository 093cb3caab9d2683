public import CasusModel

/// Conditions on events in the words of a language, for the foot of a picture.
public struct FilterWording: Sendable {
  private let words: DiagramWords
  private let dates: DateWording
  private var parts: [String] = []

  /// Starts without any condition.
  public init(words: DiagramWords) {
    self.words = words
    dates = DateWording(words: words)
  }

  /// All conditions, separated by dots; empty without any.
  public var text: String { parts.joined(separator: " · ") }

  /// Adds words as they are, such as the names of actors or types.
  public mutating func add(_ names: [String]) {
    if !names.isEmpty { parts.append(names.joined(separator: ", ")) }
  }

  /// Adds quadrants and statuses.
  public mutating func add(_ quads: [QuadClass], _ statuses: [EventStatus]) {
    add(quads.map { words[$0.word] })
    add(statuses.map { words[$0.word] })
  }

  /// Adds a period.
  public mutating func add(from: EDTF?, to: EDTF?) {
    if let from { parts.append(words.filled(.filterFrom, ["date": dates.text(from)])) }
    if let to { parts.append(words.filled(.filterTo, ["date": dates.text(to)])) }
  }

  /// Adds how well events must be attested.
  public mutating func add(isContested: Bool, sources: Int?, recordedOn: EDTF?) {
    if let recordedOn {
      parts.append(words.filled(.filterRecordedOn, ["date": dates.text(recordedOn)]))
    }
    if isContested { parts.append(words[.contested]) }
    if let sources {
      parts.append(words.filled(.filterSources, ["number": words.grouped(sources)]))
    }
  }

  /// Adds who says so, what was known when, and how surely.
  public mutating func add(source: String?, knownOn: EDTF?, language: String?, confidence: Double?)
  {
    if let source { parts.append(words.filled(.filterSays, ["who": source])) }
    if let knownOn { parts.append(words.filled(.filterKnownOn, ["date": dates.text(knownOn)])) }
    if let language { parts.append(words.filled(.filterLanguage, ["language": language])) }
    if let confidence {
      parts.append(words.filled(.filterConfidence, ["number": "\(confidence)"]))
    }
  }
}
