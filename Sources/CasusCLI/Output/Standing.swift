import CasusExport
import CasusModel
import CasusStore

/// How one or two actors stand: relations, numbers of events, and the latest of them.
struct Standing {
  let actors: [ActorID]
  let relations: [Relation]
  let counts: [YearCount]
  let events: [Event]
  let eventCount: Int
  let wording: EventWording

  /// The heading of the relations for spreadsheets.
  static let header = [
    "id", "relation", "source", "target", "symmetric", "polarity", "validity", "state", "opening",
    "supporting", "closing", "confidence",
  ]

  /// The relations for spreadsheets.
  var rows: [[String]] {
    relations.map { relation in
      [
        relation.id, relation.kind, relation.source.rawValue, relation.target.rawValue,
        "\(relation.isSymmetric)", "\(relation.polarity)", relation.validity?.rawValue ?? "",
        relation.state.rawValue, relation.opening.joined(separator: " "),
        relation.supporting.joined(separator: " "), relation.closing.joined(separator: " "),
        relation.confidence.map(EventListing.decimal) ?? "",
      ]
    }
  }

  /// Everything for people.
  func text(grounds: RelationGrounds?, width: Int?) -> String {
    let names = actors.map { "\(wording.name(of: $0)) (\($0))" }.joined(separator: " and ")
    var parts = ["\(names): \(Counted.text(eventCount, "event"))\n"]
    parts.append(
      relations.isEmpty ? "no relations follow from them\n" : relationTable.text(width: width))
    if let grounds, !relations.isEmpty {
      parts.append(relations.map { grounds.account(of: $0, width: width) }.joined())
    }
    if !counts.isEmpty { parts.append(countTable.text(width: width)) }
    if !events.isEmpty {
      let heading = events.count < eventCount ? "the latest \(events.count):\n" : ""
      parts.append(heading + EventListing.table(events, wording: wording).text(width: width))
    }
    return parts.joined(separator: "\n")
  }

  private var relationTable: Table {
    var table = Table([
      .init("relation"), .init("between", wraps: true), .init("holds"), .init("state"),
      .init("confidence", isNumeric: true), .init("events", isNumeric: true),
    ])
    for relation in relations {
      let arrow = relation.isSymmetric ? "–" : "→"
      table.add([
        wording.label(ofRelation: relation.kind),
        "\(wording.name(of: relation.source)) \(arrow) \(wording.name(of: relation.target))",
        relation.validity?.rawValue ?? "undated", relation.state.rawValue, Self.marked(relation),
        "\(relation.eventCount)",
      ])
    }
    return table
  }

  /// Relations that are less sure than this are leads to be read up.
  private static let weak = 0.7

  /// The confidence with a mark where it is low.
  private static func marked(_ relation: Relation) -> String {
    guard let confidence = relation.confidence else { return "" }
    return (confidence < weak ? "? " : "") + EventListing.decimal(confidence)
  }

  private var countTable: Table {
    var table = Table(
      [.init("year")]
        + QuadClass.allCases.map {
          .init($0.rawValue.split(separator: "-").joined(separator: " "), isNumeric: true)
        })
    let years = Dictionary(grouping: counts) { $0.year ?? .max }
    for (year, counts) in years.sorted(by: { $0.key < $1.key }) {
      table.add(
        [year == .max ? "undated" : "\(year)"]
          + QuadClass.allCases.map { quad in
            counts.first { $0.quad == quad }.map { "\($0.count)" } ?? "–"
          })
    }
    return table
  }

  /// Everything for programs.
  var object: JSONValue {
    [
      "actors": JSONValue(actors.map(\.rawValue)),
      "relations": .array(relations.map(Self.object)),
      "counts": .array(
        counts.map { count in
          [
            "year": count.year.map { .integer($0) } ?? .null, "quad": .string(count.quad.rawValue),
            "events": .integer(count.count),
          ]
        }),
      "eventCount": .integer(eventCount),
      "latest": JSONValue(events.map(\.id)),
    ]
  }

  private static func object(_ relation: Relation) -> JSONValue {
    [
      "id": .string(relation.id), "kind": .string(relation.kind),
      "source": .string(relation.source.rawValue), "target": .string(relation.target.rawValue),
      "symmetric": .bool(relation.isSymmetric), "polarity": .integer(relation.polarity),
      "validity": JSONValue(relation.validity?.rawValue), "state": .string(relation.state.rawValue),
      "opening": JSONValue(relation.opening), "supporting": JSONValue(relation.supporting),
      "closing": JSONValue(relation.closing),
      "confidence": relation.confidence.map { .number(($0 * 100).rounded() / 100) } ?? .null,
    ]
  }
}
