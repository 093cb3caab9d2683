import CasusModel

/// FollowTheMoney entities as JSON Lines, for Aleph and other tools of investigative reporting.
///
/// Articles are `Article`, people `Person`, firms `Company`, states and their organs `PublicBody`,
/// all others `Organization`; events are `Event` with everyone involved, relations `UnknownLink`.
struct FollowTheMoneyFormat: ExportFormat {
  let name = "ftm"
  let fileExtension = "ftm.jsonl"
  let summary = "FollowTheMoney entities as JSON Lines, for Aleph"

  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    let wording = EventWording(graph: graph, options: options)
    let actors = Dictionary(graph.actors.map { ($0.id, $0) }) { first, _ in first }
    return Export { sink in
      for article in graph.articles { try sink(entity(for: article)) }
      for id in graph.namedActors { try sink(entity(for: id, actors[id], wording)) }
      for event in graph.events { try sink(entity(for: event, wording)) }
      for relation in graph.relations { try sink(entity(for: relation, wording)) }
    }
  }

  private func entity(for article: Article) -> String {
    let url = RDFName.web(article.url)?.iri
    return line(
      "Article", Self.id("article", article.id),
      [
        ("title", [article.title.isEmpty ? article.path : article.title]),
        ("language", Self.alpha3(article.language)),
        ("publisher", [article.publisher].compactMap(\.self)),
        ("publishedAt", Self.dates(article.published)), ("sourceUrl", [url].compactMap(\.self)),
      ])
  }

  private func entity(for id: ActorID, _ actor: Actor?, _ wording: EventWording) -> String {
    let name = wording.name(of: id)
    let others = Set((actor?.names ?? [:]).values).subtracting([name]).sorted()
    return line(
      Self.schema(of: actor?.kind), Self.id("actor", id.rawValue),
      [
        ("name", [name]), ("alias", others), ("keywords", [id.rawValue]),
      ])
  }

  private func entity(for event: Event, _ wording: EventWording) -> String {
    let everyone = event.source + event.target + event.roles.values.joined()
    return line(
      "Event", Self.id("event", event.id),
      [
        ("name", [wording.headline(of: event)]),
        ("summary", event.evidence.map(\.text)),
        ("date", Self.dates(event.date, only: .single)),
        ("startDate", Self.dates(event.date, only: .start)),
        ("endDate", Self.dates(event.date, only: .end)),
        ("involved", Set(everyone).sorted().map { Self.id("actor", $0.rawValue) }),
        ("keywords", [event.type.rawValue, event.mode, event.status.rawValue].compactMap(\.self)),
        ("location", [event.place].compactMap(\.self)),
        ("proof", Set(event.evidence.map(\.articleID)).sorted().map { Self.id("article", $0) }),
      ])
  }

  private func entity(for relation: Relation, _ wording: EventWording) -> String {
    line(
      "UnknownLink", Self.id("relation", relation.id),
      [
        ("subject", [Self.id("actor", relation.source.rawValue)]),
        ("object", [Self.id("actor", relation.target.rawValue)]),
        ("role", [wording.label(ofRelation: relation.kind)]),
        ("status", [relation.state.rawValue]),
        ("startDate", [relation.validity?.firstDay].compactMap(\.self)),
        ("endDate", [relation.validity?.lastDay].compactMap(\.self)),
      ])
  }

  private func line(
    _ schema: String, _ id: String, _ properties: [(key: String, values: [String])]
  ) -> String {
    let filled = properties.filter { !$0.values.isEmpty }
    let object: JSONValue = [
      "id": .string(id), "schema": .string(schema),
      "properties": .object(filled.map { (key: $0.key, value: JSONValue($0.values)) }),
    ]
    return object.text + "\n"
  }

  /// Letters, digits, dots and hyphens are all that an identifier may have; others are hashed.
  private static func id(_ kind: String, _ id: String) -> String {
    let isPlain = id.utf8.allSatisfy {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0)
        || (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0)
    }
    let ending = isPlain && id.last?.isPunctuation == false ? id : nil
    return "casus-\(kind)-\(ending ?? String(ContentHash.hex(of: id.utf8).prefix(32)))"
  }

  private static func schema(of kind: Actor.Kind?) -> String {
    switch kind {
    case .person: "Person"
    case .company: "Company"
    case .state, .government: "PublicBody"
    case .organisation, .group, .ngo, .medium: "Organization"
    case .collective, nil: "LegalEntity"
    }
  }

  private enum Part {
    case single, start, end
  }

  /// A date as FollowTheMoney writes one: a year, month or day, else the two ends.
  private static func dates(_ date: EDTF?, only part: Part = .single) -> [String] {
    guard let date, !date.lacksYear else { return [] }
    let digits = date.rawValue.prefix { $0 == "-" || ("0"..."9").contains($0) }
    let isOne = [.day, .month, .year].contains(date.precision) && digits.count >= 4
    switch part {
    case .single:
      let whole = digits.last == "-" ? digits.dropLast() : digits
      return isOne ? [String(whole)] : []
    case .start: return isOne ? [] : [date.firstDay].compactMap(\.self)
    case .end: return isOne ? [] : [date.lastDay].compactMap(\.self)
    }
  }

  /// Languages by their three letters (ISO 639-3), for those that Casus reads.
  private static func alpha3(_ language: String?) -> [String] {
    let codes = [
      "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "he": "heb",
      "id": "ind", "ja": "jpn", "ko": "kor", "ms": "msa", "pt": "por", "ru": "rus", "tr": "tur",
      "uk": "ukr", "zh": "zho",
    ]
    return [language.flatMap { codes[$0] }].compactMap(\.self)
  }
}
