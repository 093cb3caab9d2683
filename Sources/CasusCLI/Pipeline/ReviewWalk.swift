import ArgumentParser
import CasusExport
import CasusModel
import CasusStore

/// Asks a person at a terminal about one event after the other.
struct ReviewWalk {
  let store: EventStore
  let catalog: EventCatalog
  let language: String
  var reviewer: String?

  private static let help = """
    a accept · r reject · t TYPE[/MODE] · f who acts · o on whom · s STATUS · d DATE|none · \
    m the same as EVENT · x split · n a remark · k skip · u undo the last · q quit
    """

  /// Shows each event and takes the answers; the end of input ends the walk.
  mutating func run(over events: [Event]) throws {
    guard !events.isEmpty else {
      return StandardError.write(line: "nothing to review: no event is contested or doubtful")
    }
    if reviewer == nil {
      reviewer = ask("Your name: ").map(Self.trimmed)
    }
    guard let reviewer, !reviewer.isEmpty else { return }
    var last: ReviewDecision?
    for (number, event) in events.enumerated() {
      // An earlier answer may have changed or removed it.
      guard let event = try? store.event(idPrefix: event.id) else { continue }
      try StandardOutput.write("\n\(number + 1) of \(events.count)\n")
      try StandardOutput.write(try account(of: event))
      var isAnswered = false
      while !isAnswered {
        guard let line = ask("\(Self.help)\n> ").map(Self.trimmed) else { return }
        switch line {
        case "q": return
        case "k", "": isAnswered = true
        case "u":
          guard let decision = last else {
            StandardError.write(line: "nothing to undo")
            continue
          }
          try store.undoReview(decision.id, by: reviewer, at: ReviewCommand.now)
          last = nil
        default:
          do {
            let verdict = try verdict(line)
            let review = Review([verdict], reviewer: reviewer, decidedAt: ReviewCommand.now)
            last = try store.review(event.id, review).decisions.first
            isAnswered = true
          } catch let error as StoreError {
            StandardError.write(line: error.description)
          } catch let problem as Misunderstanding {
            StandardError.write(line: problem.text)
          } catch let problem as ValidationError {
            StandardError.write(line: problem.message)
          }
        }
      }
    }
  }

  private struct Misunderstanding: Error {
    let text: String
  }

  private func verdict(_ line: String) throws -> ReviewVerdict {
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = parts.count > 1 ? Self.trimmed(parts[1]) : ""
    switch parts.first {
    case "a": return .accept
    case "r": return .reject
    case "x": return .split
    case "n" where !rest.isEmpty: return .note(rest)
    case "t":
      let (type, mode) = try VerdictOptions.type(rest)
      return .type(type, mode: mode)
    case "s": return .status(try ConditionOptions.status(rest))
    case "f" where !rest.isEmpty: return .source(try actors(rest))
    case "o" where !rest.isEmpty: return .target(try actors(rest))
    case "m" where !rest.isEmpty: return .merge(rest)
    case "d": return .date(try VerdictOptions.date(rest))
    default: break
    }
    throw Misunderstanding(text: "'\(line)' is not understood")
  }

  /// The actors of a list with commas between.
  private func actors(_ names: String) throws -> [ActorID] {
    try names.split(separator: ",").map { try store.actor(named: Self.trimmed(String($0))) }
  }

  private func account(of event: Event) throws -> String {
    let articles = try store.articles(Set(event.evidence.map(\.articleID)), text: false)
    let speakers = event.evidence.flatMap(\.attribution).map { ActorID(rawValue: $0) }
    return EventAccount(
      event: event, articles: Dictionary(articles.map { ($0.id, $0) }) { first, _ in first },
      wording: EventWording(
        actors: try store.actors(event.named + event.roles.values.joined() + speakers),
        options: ExportOptions(language: language, catalog: catalog))
    ).text(width: Terminal.width)
  }

  private func ask(_ question: String) -> String? {
    try? StandardOutput.write(question)
    return readLine()
  }

  private static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
