import ArgumentParser
import CasusModel
import CasusStore

/// Conditions on events, the same for every command that asks for events.
struct ConditionOptions: ParsableArguments {
  @Option(
    name: .customLong("type"),
    help: ArgumentHelp("Only this PLOVER type, such as SANCTION; repeatable.", valueName: "t"),
    completion: Choice.completion(of: EventType.self),
    transform: Self.type)
  var types: [EventType] = []

  @Option(
    name: .customLong("quad"),
    help: ArgumentHelp(
      "Only this quadrant: verbal-cooperation, material-conflict …, or cooperation, conflict; "
        + "repeatable.", valueName: "q"),
    completion: .list(QuadClass.allCases.map(\.rawValue) + ["cooperation", "conflict"]),
    transform: Self.quads)
  var quads: [[QuadClass]] = []

  @Option(
    name: .customLong("status"),
    help: ArgumentHelp(
      "Only what occurred, is planned, is hypothetical or is denied; repeatable.", valueName: "s"),
    completion: Choice.completion(of: EventStatus.self),
    transform: Self.status)
  var statuses: [EventStatus] = []

  @Option(
    help: ArgumentHelp("Only events on this date (EDTF) or later.", valueName: "d"),
    transform: EDTF.parse)
  var from: EDTF?

  @Option(
    help: ArgumentHelp("Only events on this date (EDTF) or earlier.", valueName: "d"),
    transform: EDTF.parse)
  var to: EDTF?

  @Option(help: ArgumentHelp("Only what this publisher or speaker says.", valueName: "name"))
  var source: String?

  @Option(
    help: ArgumentHelp("Only what had been published by this date (EDTF).", valueName: "d"),
    transform: EDTF.parse)
  var knownOn: EDTF?

  @Option(
    help: ArgumentHelp(
      "Only what had come into this database by this date (EDTF).", valueName: "d"),
    transform: EDTF.parse)
  var recordedOn: EDTF?

  @Flag(help: "Only events of which sources disagree whether they happened.")
  var contested = false

  @Option(
    help: ArgumentHelp(
      "Only events that this many sources tell which do not copy each other.", valueName: "n"))
  var minSources: Int?

  @Option(
    help: ArgumentHelp("Only events with an article in this language.", valueName: "l"),
    transform: LanguageCode.read)
  var language: String?

  @Option(help: ArgumentHelp("Only events of at least this confidence, 0 to 1.", valueName: "x"))
  var minConfidence: Double?

  @Option(help: ArgumentHelp("At most this many.", valueName: "n"))
  var limit: Int?

  func validate() throws {
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence must lie between 0 and 1")
    }
    if let minSources, minSources < 1 {
      throw ValidationError("--min-sources must be at least 1")
    }
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1") }
    if let from, let to, from.lowerBound > to.upperBound {
      throw ValidationError("--from \(from) lies after --to \(to)")
    }
  }

  /// The filter that the conditions make.
  var filter: EventFilter {
    EventFilter(
      types: types, quads: QuadClass.allCases.filter(Set(quads.joined()).contains),
      statuses: statuses, from: from, to: to, source: source, knownOn: knownOn,
      language: language, minConfidence: minConfidence, isContested: contested,
      minSources: minSources, recordedOn: recordedOn, limit: limit)
  }

  /// The days from `--from` to `--to`, if either is given.
  var period: ClosedRange<Int>? {
    guard from != nil || to != nil else { return nil }
    return (from?.lowerBound ?? .min)...(to?.upperBound ?? .max)
  }

  /// Whether only some reports count: those of a source, of a time, or confirmed by others.
  var narrowsReports: Bool {
    source != nil || knownOn != nil || recordedOn != nil || language != nil || contested
      || minSources != nil || minConfidence != nil || !statuses.isEmpty
  }

  private static func type(_ argument: String) throws -> EventType {
    guard let type = EventType(rawValue: argument.uppercased()) else {
      let known = EventType.allCases.map(\.rawValue).joined(separator: " ")
      throw ValidationError("'\(argument)' is no event type; known are \(known)")
    }
    return type
  }

  private static func quads(_ argument: String) throws -> [QuadClass] {
    switch argument.lowercased() {
    case "cooperation": return QuadClass.allCases.filter(\.isCooperation)
    case "conflict": return QuadClass.allCases.filter { !$0.isCooperation }
    case let name:
      guard let quad = QuadClass(rawValue: name) else {
        let known = QuadClass.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          "'\(argument)' is no quadrant; known are \(known), cooperation, conflict")
      }
      return [quad]
    }
  }

  /// Reads a status off the command line.
  static func status(_ argument: String) throws -> EventStatus {
    guard let status = EventStatus(rawValue: argument.lowercased()) else {
      let known = EventStatus.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(argument)' is no status; known are \(known)")
    }
    return status
  }
}
