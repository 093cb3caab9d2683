import CasusModel

/// Says an event in the reader's language: labels, the line under them, tooltips.
struct EventWording {
  let language: String
  let words: DiagramWords
  let dates: DateWording
  private let catalog: EventCatalog
  private let actors: [ActorID: Actor]
  private let articles: [String: Article]

  init(graph: EventGraph, catalog: EventCatalog, words: DiagramWords, language: String) {
    self.language = language
    self.words = words
    self.catalog = catalog
    dates = DateWording(words: words)
    actors = Dictionary(graph.actors.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    articles = Dictionary(graph.articles.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// The actor's name; for actors that the graph does not hold, what can be read off the identifier.
  func name(_ id: ActorID) -> String {
    if let actor = actors[id] { return actor.name(in: language) }
    if id.rolledUp != id, let actor = actors[id.rolledUp] { return actor.name(in: language) }
    return id.plainName
  }

  /// The actor's name in a case of the language.
  private func name(_ id: ActorID, in wanted: GrammaticalCase) -> String {
    guard let grammar = catalog.names[language] else { return name(id) }
    let shown = actors[id] == nil && actors[id.rolledUp] != nil ? id.rolledUp : id
    return grammar.form(of: name(id), kind: actors[shown]?.kind, id: shown, in: wanted)
  }

  /// Names joined as the language does, at most `limit` of them.
  func names(_ ids: [ActorID], in wanted: GrammaticalCase, limit: Int = 3) -> String {
    list(ids.map { name($0, in: wanted) }, limit: limit)
  }

  /// The text of a word with names in the case that it wants.
  private func filled(_ word: DiagramWord, who ids: [ActorID], limit: Int) -> String {
    let text = words[word]
    guard let place = EventCatalog.Label.Place(text), let wanted = place.wanted else {
      return words.filled(word, ["who": list(ids.map(name), limit: limit)])
    }
    return words.filled(word, ["who": names(ids, in: wanted, limit: limit)])
  }

  /// What happened, without the actor who did: the label inside that actor's lane.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - lane: The actor whose lane it is; other actors who took part are named.
  /// - Returns: The label, not yet wrapped.
  func predicate(_ event: Event, in lane: ActorID) -> String {
    guard event.source.allSatisfy({ $0 == lane || $0.rolledUp == lane }) || event.source.isEmpty
    else {
      let partners = event.source.filter { $0 != lane && $0.rolledUp != lane }
      let rest = event.source.filter { $0 == lane || $0.rolledUp == lane }
      guard !rest.isEmpty else { return statement(event) }
      let with = filled(.with, who: partners, limit: 2)
      return withParticular(event, bare(event, in: lane) + " " + with)
    }
    guard !event.source.isEmpty else { return statement(event) }
    return withParticular(event, bare(event, in: lane))
  }

  /// What happened, as a sentence with everyone in it.
  func statement(_ event: Event) -> String {
    withParticular(event, sentence(event, of: event.source))
  }

  /// The line under the label: date, status, who says so, how many articles.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - isFull: Whether to say a day, which the mark shows already.
  ///   - namesDate: Whether to say a date that is less exact than a day.
  /// - Returns: The parts, each short.
  func particulars(_ event: Event, isFull: Bool, namesDate: Bool = true) -> [String] {
    var parts: [String] = []
    let showsDate =
      namesDate
      && (isFull || event.date?.precision != .day || event.date?.isApproximate == true)
    if showsDate, let date = event.date { parts.append(dates.text(date)) }
    if event.date == nil || event.date?.lacksYear == true {
      if !showsDate, let date = event.date { parts.append(dates.text(date)) }
      if let reported = firstReport(event) {
        parts.append(words.filled(.reported, ["date": dates.text(reported)]))
      }
    }
    if let status = statusWord(event.status) { parts.append(status) }
    if event.isContested { parts.append(words[.contested]) }
    if let who = attribution(event) { parts.append(who) }
    let sources = sourceCount(event)
    if sources > 1 { parts.append(words.count(.articles, sources)) }
    return parts
  }

  /// Everything about the event, for a tooltip.
  func tooltip(_ event: Event) -> String {
    var text = statement(event)
    let parts = particulars(event, isFull: true)
    if !parts.isEmpty { text += " (\(parts.joined(separator: " · ")))" }
    guard let evidence = event.evidence.first else { return text }
    if !evidence.text.isEmpty { text += ". “\(shortened(evidence.text, to: 300))”" }
    if let article = articles[evidence.articleID] {
      let source = [article.publisher, article.published.map(dates.text)].compactMap { $0 }
      if !source.isEmpty { text += " – " + source.joined(separator: ", ") }
    }
    return text
  }

  /// Where the first article about the event can be read.
  func address(_ event: Event) -> String? {
    event.evidence.lazy.compactMap { articles[$0.articleID]?.url }.first
  }

  /// In how many articles the event stands.
  func sourceCount(_ event: Event) -> Int {
    Set(event.evidence.map(\.articleID)).count
  }

  /// How much an event matters for a picture: articles that have it, and intensity of the type.
  func weight(_ event: Event) -> Double {
    let intensity = abs(catalog.intensity(event.type, mode: event.mode))
    let sources = Double(min(sourceCount(event), 12))
    let status = event.status == .occurred ? 3.0 : 0
    let precision = event.date.map { max(0, 3 - Double($0.upperBound &- $0.lowerBound) / 30) } ?? 0
    return sources * 3 + intensity + status + precision + event.confidence
  }

  /// The label of an event's type and mode, as it agrees with those who are named before it.
  func verb(_ event: Event, of subjects: [ActorID] = []) -> String {
    catalog.label(of: event, language: language, subjects: subjects)
  }

  /// The label of a relation kind.
  func relation(_ kind: String) -> String {
    let labels = catalog.relations[kind]?.labels
    return labels?[language] ?? labels?["en"] ?? kind
  }

  /// The label of a relation along the lane of one of its sides: `armed conflict: Ukraine`.
  func relation(_ relation: Relation, in lane: ActorID?) -> String {
    var text = self.relation(relation.kind)
    if let lane {
      let other = relation.source.rolledUp == lane ? relation.target : relation.source
      text = words.filled(.relationWith, ["relation": text, "other": name(other)])
    }
    switch relation.state {
    case .planned: text += " · " + words[.relationPlanned]
    case .contested: text += " · " + words[.relationContested]
    case .ended, .inForce: break
    }
    return text
  }

  /// Everything about a relation, for a tooltip.
  func tooltip(_ relation: Relation) -> String {
    let arrow = relation.isSymmetric ? " – " : " → "
    var text = name(relation.source) + arrow + name(relation.target) + ": "
    text += self.relation(relation.kind)
    if let validity = relation.validity { text += ", " + dates.text(validity) }
    if relation.state == .ended { text += " · " + words[.relationEnded] }
    return text
  }

  /// A stretch of time in words, rounded to years, months or days.
  func duration(days: Int) -> String {
    switch days {
    case ..<60: words.count(.days, days)
    case ..<700: words.count(.months, Int((Double(days) / 30.44).rounded()))
    default: words.count(.years, Int((Double(days) / 365.25).rounded()))
    }
  }

  /// The word for a status; none for what simply happened.
  func statusWord(_ status: EventStatus) -> String? {
    switch status {
    case .occurred: nil
    case .planned: words[.planned]
    case .hypothetical: words[.hypothetical]
    case .denied: words[.denied]
    }
  }

  private func bare(_ event: Event, in lane: ActorID) -> String {
    let members = event.source.filter { $0 != lane && $0.rolledUp == lane }
    guard !members.isEmpty else { return predicate(event, of: [lane]) }
    return sentence(event, of: members)
  }

  private func predicate(_ event: Event, of subjects: [ActorID]) -> String {
    let kind = actors.commonKind(of: event.target)
    let predicate = catalog.predicate(
      of: event, language: language, subjects: subjects,
      isPlural: subjects.isEmpty ? words[.somebodyNumber] == "several" : nil,
      targetKind: kind, targets: { names(event.target, in: $0) })
    if let predicate { return predicate }
    let verb = catalog.label(
      of: event, language: language, subjects: subjects, targetKind: kind)
    return words.filled(
      .predicate, ["verb": verb, "target": names(event.target, in: .nominative)])
  }

  private func sentence(_ event: Event, of subjects: [ActorID]) -> String {
    let source =
      subjects.isEmpty ? words[.somebody] : names(subjects, in: .nominative)
    return words.filled(
      .sentence, ["source": source, "predicate": predicate(event, of: subjects)]
    ).capitalizedAtStart
  }

  /// Adds the object's words, else the place, where they are in the reader's language and tell more.
  private func withParticular(_ event: Event, _ text: String) -> String {
    func isNew(_ words: String) -> Bool { !words.isEmpty && !text.contains(words) }
    if let object = newObject(of: event), isNew(object) {
      return words.filled(.object, ["sentence": text, "object": shortened(object, to: 60)])
    }
    guard let place = event.place(in: language), isNew(place) else { return text }
    return words.filled(.place, ["sentence": text, "place": shortened(place, to: 60)])
  }

  /// The words for the object where they do more than name one of the actors over again.
  private func newObject(of event: Event) -> String? {
    guard event.namesThing, let object = object(of: event), !object.isEmpty,
      !event.repeatsName(object, names: { actors[$0]?.names.values.map(\.self) ?? [] })
    else { return nil }
    return object
  }

  /// The surest words in the reader's language; those of events without articles as they are.
  private func object(of event: Event) -> String? {
    let own = event.objects(in: language)
    if let surest = own.first { return surest }
    guard let object = event.object else { return nil }
    let holder = event.evidence.first { $0.text.contains(object) || $0.sentence.contains(object) }
    let spoken = holder.flatMap { articles[$0.articleID]?.language }
    return spoken == nil || spoken == language ? object : nil
  }

  /// Who says so, when no article says it in its own voice.
  private func attribution(_ event: Event) -> String? {
    guard !event.evidence.isEmpty, event.evidence.allSatisfy({ !$0.attribution.isEmpty }) else {
      return nil
    }
    let speakers = Set(event.evidence.flatMap(\.attribution)).sorted()
    let ids = speakers.map { ActorID(rawValue: $0) }
    let arePeople = ids.allSatisfy { actors[$0]?.kind == .person }
    return filled(arePeople ? .accordingToPeople : .accordingTo, who: ids, limit: 2)
  }

  private func firstReport(_ event: Event) -> EDTF? {
    event.evidence.compactMap { articles[$0.articleID]?.published }.min()
  }

  private func list(_ names: [String], limit: Int) -> String {
    guard names.count > 1 else { return names.first ?? "" }
    if names.count > limit {
      let shown = names.prefix(max(1, limit - 1)).joined(separator: ", ")
      let count = names.count - max(1, limit - 1)
      return words.filled(.namesMore, ["names": shown, "count": words.grouped(count)])
    }
    return names.dropLast().joined(separator: ", ") + " \(words[.and]) " + (names.last ?? "")
  }

  private func shortened(_ text: String, to limit: Int) -> String {
    guard text.unicodeScalars.count > limit else { return text }
    return String(text.prefix(limit)).trimmed + "…"
  }
}

extension String {
  /// Without spaces at either end.
  var trimmed: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    while text.first == " " { text.removeFirst() }
    return String(text)
  }
}
