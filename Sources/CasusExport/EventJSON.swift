public import CasusModel

/// Writes events as JSON Lines, the output of `casus events --json`.
///
/// One event is one object on one line, with its keys in this order:
///
/// | key | holds |
/// |---|---|
/// | `id` | the event's identifier |
/// | `type`, `mode`, `quad` | PLOVER type; mode or `null`; quadrant |
/// | `source`, `target`, `roles` | actor ids; further roles by name |
/// | `object`, `place` | words of the best evidence or `null` |
/// | `date`, `dateBasis` | EDTF or `null`; how it was found |
/// | `status`, `contested`, `confidence` | see `Event` |
/// | `sources` | how many sources tell it that do not copy each other; left out where not known |
/// | `evidence` | a list: `article`, `text`, `start`, `end`, `sentence`, `status`, `date`, |
/// | | `dateBasis`, `attribution`, `rule`, `confidence` |
///
/// `start` and `end` count Unicode code points of the article's text.
public enum EventJSON {
  /// The line of an event, without a line end.
  ///
  /// `articles` are those of the evidence by identifier, with their texts; `sources` is the number of
  /// independent sources, where it is known.
  public static func line(
    for event: Event, articles: [String: Article], sources: Int? = nil
  ) -> String {
    var offsets: [String: CodePointOffsets] = [:]
    let evidence = event.evidence.map { evidence -> JSONValue in
      let known = offsets[evidence.articleID]
      let own = known ?? CodePointOffsets(articles[evidence.articleID]?.text ?? "")
      offsets[evidence.articleID] = own
      return value(of: evidence, path: articles[evidence.articleID]?.path, offsets: own)
    }
    let object: JSONValue = [
      "id": .string(event.id),
      "type": .string(event.type.rawValue),
      "mode": JSONValue(event.mode),
      "quad": .string(event.quadClass.rawValue),
      "source": JSONValue(event.source.map(\.rawValue)),
      "target": JSONValue(event.target.map(\.rawValue)),
      "roles": .object(
        event.roles.sorted { $0.key < $1.key }.map { name, actors in
          (key: name, value: JSONValue(actors.map(\.rawValue)))
        }),
      "object": JSONValue(event.object),
      "place": JSONValue(event.place),
      "date": JSONValue(event.date?.rawValue),
      "dateBasis": .string(event.dateBasis.rawValue),
      "status": .string(event.status.rawValue),
      "contested": .bool(event.isContested),
      "confidence": rounded(event.confidence),
    ]
    guard case .object(var members) = object else { return object.text }
    if let sources { members.append((key: "sources", value: .integer(sources))) }
    members.append((key: "evidence", value: .array(evidence)))
    return JSONValue.object(members).text
  }

  private static func value(
    of evidence: Evidence, path: String?, offsets: CodePointOffsets
  ) -> JSONValue {
    [
      "article": .string(path ?? evidence.articleID),
      "text": .string(evidence.text),
      "start": .integer(offsets[evidence.start]),
      "end": .integer(offsets[evidence.end]),
      "sentence": .string(evidence.sentence),
      "status": .string(evidence.status.rawValue),
      "date": JSONValue(evidence.date?.rawValue),
      "dateBasis": .string(evidence.dateBasis.rawValue),
      "attribution": JSONValue(evidence.attribution),
      "rule": .string(evidence.rule),
      "confidence": rounded(evidence.confidence),
    ]
  }

  private static func rounded(_ value: Double) -> JSONValue {
    .number((value * 10_000).rounded() / 10_000)
  }
}
