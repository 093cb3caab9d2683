import CasusExport
import CasusModel
import CasusStore
import Foundation

/// One event told in full, for people.
struct EventAccount {
  let event: Event
  let articles: [String: Article]
  let wording: EventWording
  /// How many sources that do not copy each other tell it, where that is known.
  var sources: Int?
  /// What reviewers decided about it.
  var decisions: [ReviewDecision] = []

  /// The event, then each piece of evidence in its sentence.
  func text(width: Int?) -> String {
    let head = TextWrapping.paragraph(wording.sentence(of: event), indent: "", width: width)
    let evidence = event.evidence.enumerated().map { number, evidence in
      "\n" + account(of: evidence, number: number + 1, width: width)
    }
    let review = decisions.map { decision in
      TextWrapping.paragraph(
        "\(decision.decidedAt.prefix(10))  \(decision.reviewer): "
          + "\(DecisionListing.words(for: decision))  \(decision.id.prefix(8))",
        indent: "", width: width)
    }
    return head + "\n" + facts + evidence.joined()
      + (review.isEmpty ? "" : "\nreviewed\n" + review.joined())
  }

  private var facts: String {
    var rows = [
      ("type", event.type.rawValue + (event.mode.map { " (\($0))" } ?? "")),
      ("date", Self.date(event.date, event.dateBasis)),
      ("status", EventListing.status(of: event)),
      ("source", actors(event.source)), ("target", actors(event.target)),
    ]
    rows += event.roles.sorted { $0.key < $1.key }.map { ($0.key, actors($0.value)) }
    rows += [
      ("object", event.object ?? ""), ("place", event.place ?? ""),
      ("confidence", EventListing.decimal(event.confidence)),
      ("sources", sources.map { "\($0)" } ?? ""),
      ("id", event.id),
    ]
    return rows.filter { !$0.1.isEmpty }.map { name, value in
      name + String(repeating: " ", count: max(1, 12 - name.count)) + Self.oneLine(value) + "\n"
    }.joined()
  }

  private func account(of evidence: Evidence, number: Int, width: Int?) -> String {
    let article = articles[evidence.articleID]
    let place = [
      article?.title ?? "", article?.publisher ?? "",
      article?.published.map { "published \($0)" } ?? "", article?.url ?? article?.path ?? "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    var claims = [evidence.status.rawValue, Self.date(evidence.date, evidence.dateBasis)]
    if !evidence.attribution.isEmpty {
      let names = evidence.attribution.map { wording.name(of: ActorID(rawValue: $0)) }
      claims.insert("according to \(names.joined(separator: ", "))", at: 0)
    }
    claims += ["confidence \(EventListing.decimal(evidence.confidence))", evidence.rule]
    let head = "\(number)  "
    let indent = String(repeating: " ", count: head.count)
    let title = TextWrapping.paragraph(place, indent: indent, width: width)
    return head + title.dropFirst(head.count)
      + TextWrapping.paragraph(Self.marked(evidence), indent: indent, width: width)
      + TextWrapping.paragraph(claims.joined(separator: " · "), indent: indent, width: width)
  }

  private func actors(_ ids: [ActorID]) -> String {
    ids.map { id in
      let name = wording.name(of: id)
      return name == id.rawValue ? name : "\(name) (\(id))"
    }.joined(separator: ", ")
  }

  private static func date(_ date: EDTF?, _ basis: DateBasis) -> String {
    date.map { "\($0) (\(basis.rawValue))" } ?? "undated"
  }

  /// The sentence with the exact words in brackets.
  static func marked(_ evidence: Evidence) -> String {
    guard !evidence.text.isEmpty else { return "(a row of a table of events, without words)" }
    guard let range = evidence.sentence.range(of: evidence.text, options: .literal) else {
      return oneLine("[\(evidence.text)]")
    }
    let sentence = evidence.sentence
    return oneLine(
      sentence[..<range.lowerBound] + "[" + evidence.text + "]" + sentence[range.upperBound...])
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").forTerminal
  }
}
