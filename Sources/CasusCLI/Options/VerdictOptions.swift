import ArgumentParser
import CasusModel
import CasusStore

/// What a reviewer says of an event.
struct VerdictOptions: ParsableArguments {
  @Flag(help: "It is as the program found it.")
  var accept = false

  @Flag(help: "The words do not carry such an event.")
  var reject = false

  @Option(
    name: .customLong("type"),
    help: ArgumentHelp("It is of this type, such as SANCTION or SANCTION/embargo.", valueName: "t"))
  var type: String?

  @Option(
    name: .customLong("source-actor"),
    help: ArgumentHelp("This actor acts; repeatable.", valueName: "a"))
  var sources: [String] = []

  @Option(
    name: .customLong("target-actor"),
    help: ArgumentHelp("This actor is acted on; repeatable.", valueName: "a"))
  var targets: [String] = []

  @Option(help: ArgumentHelp("It has this date (EDTF), or none.", valueName: "d|none"))
  var date: String?

  @Option(
    name: .customLong("status"),
    help: ArgumentHelp("It occurred, is planned, is hypothetical or is denied.", valueName: "s"),
    completion: Choice.completion(of: EventStatus.self), transform: ConditionOptions.status)
  var status: EventStatus?

  @Option(help: ArgumentHelp("It is the same as this event.", valueName: "event"))
  var merge: String?

  @Flag(help: "Its articles, or the words chosen with --evidence, carry events of their own.")
  var split = false

  @Option(help: ArgumentHelp("A remark.", valueName: "text"))
  var note: String?

  @Option(
    name: .customLong("evidence"),
    help: ArgumentHelp(
      "Only these words are meant, by their number in casus show; repeatable.", valueName: "n"))
  var evidence: [Int] = []

  @Option(help: ArgumentHelp("Who decides.", valueName: "name"))
  var by: String?

  /// Whether anything is said.
  var isGiven: Bool {
    accept || reject || split || type != nil || !sources.isEmpty || !targets.isEmpty
      || date != nil || status != nil || merge != nil || note != nil
  }

  func validate() throws {
    if accept, reject { throw ValidationError("--accept and --reject exclude each other") }
    if let type { _ = try Self.type(type) }
    if let date { _ = try Self.date(date) }
    if let by, by.allSatisfy(\.isWhitespace) { throw ValidationError("--by needs a name") }
  }

  /// The review, with the actors that the database knows by these names.
  func review(in store: EventStore, at time: String) throws -> Review {
    var verdicts: [ReviewVerdict] = []
    if accept { verdicts.append(.accept) }
    if reject { verdicts.append(.reject) }
    if let type {
      let (type, mode) = try Self.type(type)
      verdicts.append(.type(type, mode: mode))
    }
    let sides = try (
      sources.map { try store.actor(named: $0) }, targets.map { try store.actor(named: $0) }
    )
    if let both = sides.0.first(where: sides.1.contains) {
      throw CommandFailure(.usage, "\(both) would act on itself; name another actor for one side")
    }
    if !sides.0.isEmpty { verdicts.append(.source(sides.0)) }
    if !sides.1.isEmpty { verdicts.append(.target(sides.1)) }
    if let date { verdicts.append(.date(try Self.date(date))) }
    if let status { verdicts.append(.status(status)) }
    if let merge { verdicts.append(.merge(merge)) }
    if split { verdicts.append(.split) }
    if verdicts.isEmpty, let note { verdicts.append(.note(note)) }
    return Review(
      verdicts, evidence: evidence, note: note, reviewer: by ?? "", decidedAt: time)
  }

  /// A type and, after a slash, a mode.
  static func type(_ argument: String) throws -> (type: EventType, mode: String?) {
    let parts = argument.split(separator: "/", maxSplits: 1).map(String.init)
    guard let name = parts.first, let type = EventType(rawValue: name.uppercased()) else {
      let known = EventType.allCases.map(\.rawValue).joined(separator: " ")
      throw ValidationError("'\(argument)' is no event type; known are \(known)")
    }
    return (type, parts.count > 1 ? parts[1] : nil)
  }

  /// A date, or none.
  static func date(_ argument: String) throws -> EDTF? {
    argument == "none" ? nil : try EDTF.parse(argument)
  }
}

/// What to do with decisions that were made before.
struct PastDecisionOptions: ParsableArguments {
  @Flag(help: "List all decisions.")
  var list = false

  @Flag(help: "Write all decisions as JSON Lines, with the words that they are about.")
  var export = false

  @Option(help: ArgumentHelp("Take this decision back.", valueName: "decision"))
  var undo: String?
}
