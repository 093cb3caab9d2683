import CasusKnowledge
import CasusModel

/// Puts the clauses of languages whose verb stands second or last into the order subject, verb,
/// object, which the stages behind it read.
///
/// "Am Montag kündigte Kiew Sanktionen an" becomes "Am Montag, Kiew kündigte-an Sanktionen";
/// "weil Kiew die Stadt beschossen hat" becomes "weil Kiew hat beschossen die Stadt". Only the order
/// of the items changes: each keeps its place in the text, so that evidence stays exact.
struct VerbSecond {
  private let lexicon: Lexicon
  private let reader: ConstituentReader

  /// The classes of nouns that are sent, sold or made.
  private let things: ClassSet

  init(lexicon: Lexicon, actors: ActorRegistry) {
    self.lexicon = lexicon
    things = lexicon.classes("arms", "aid", "goods", "money", "agreement", "sanctions")
    reader = ConstituentReader(lexicon: lexicon, actors: actors)
  }

  /// What the clauses before left open.
  private struct Context {
    /// Where an auxiliary without its verb stands in the result.
    var openBracket = -1
    /// Whether a subject stands before that has no verb yet.
    var hasOpenSubject = false
    /// Whether the clause before has a verb.
    var hasVerb = false
  }

  func arrange(_ items: inout [Item], _ tokens: [Token]) {
    var result: [Item] = []
    result.reserveCapacity(items.count + 4)
    var context = Context()
    var start = 0
    while start < items.count {
      var end = start
      while end < items.count, !endsClause(items[end]) || reader.isListComma(items, end) {
        end += 1
      }
      settle(&items, start, end)
      let parts = reader.constituents(of: items, in: start..<end)
      for clause in clauses(parts) { arrange(clause, tokens, &context, &result) }
      if end < items.count {
        if items[end].mark != .comma { context = Context() }
        result.append(items[end])
      }
      start = end + 1
    }
    items = result
  }

  private func endsClause(_ item: Item) -> Bool {
    guard reader.isMark(item) else { return false }
    switch item.mark {
    case .hyphen, .slash, .other, .possessive, .openParenthesis, .closeParenthesis: return false
    default: return true
    }
  }

  // MARK: Clauses

  /// Settles what words with two uses are here: "der" opens a relative clause behind a noun and a
  /// comma, where the finite verb stands last, and is an article elsewhere; "während" and "um" open
  /// clauses, or are prepositions.
  private func settle(_ items: inout [Item], _ start: Int, _ end: Int) {
    guard start < end else { return }
    let endsInVerb = endsInVerb(items, end)
    for i in start..<end where !items[i].roles.isDisjoint(with: Self.openers) {
      guard items[i].roles.contains(.preposition) || items[i].roles.contains(.adverb) else {
        continue
      }
      let opens = i - start <= 1 && endsInVerb && (i == 0 || i == start || !reader.isMark(items[i]))
      items[i].roles.subtract(opens ? [.preposition, .adverb] : Self.openers)
    }
    var relative = start
    if items[start].roles.contains(.preposition), start + 1 < end,
      items[start].roles.isDisjoint(with: .relative)
    {
      relative += 1
    }
    for i in start..<end where items[i].roles.contains(.relative) && items[i].roles != .relative {
      if i == relative, opensRelative(items, start, end, endsInVerb) {
        items[i].roles = .relative
        items[i].kinds = []
      } else {
        items[i].roles.remove(.relative)
      }
    }
  }

  private static let openers: WordRole = [.subordinator, .conditional, .complementizer, .purpose]

  private func endsInVerb(_ items: [Item], _ end: Int) -> Bool {
    let last = items[end - 1]
    return reader.isVerb(last)
      && (!last.verbFeatures.isEmpty || last.roles.contains(.bracket)
        || last.kinds.contains(.unknownVerb))
  }

  /// Whether a pronoun at the beginning of `items[start..<end]` opens a relative clause: no verb but
  /// those at its end, and a noun before it, maybe with the verb of its clause between.
  private func opensRelative(
    _ items: [Item], _ start: Int, _ end: Int, _ endsInVerb: Bool
  ) -> Bool {
    guard endsInVerb, end - start > 1, start > 1, items[start - 1].mark == .comma else {
      return false
    }
    var cluster = end - 1
    while cluster > start, reader.isVerb(items[cluster - 1]) { cluster -= 1 }
    let isFinite = items[cluster..<end].contains {
      $0.roles.contains(.bracket) || $0.verbFeatures.contains(.finite)
        || $0.kinds.contains(.unknownVerb)
    }
    guard isFinite, !items[start..<cluster].contains(where: reader.isVerb) else { return false }
    let before = items[start - 2]
    if reader.isMark(before) { return false }
    guard reader.isVerb(before) || before.roles.contains(.particle) else { return true }
    let next = items[start + 1]
    return !next.roles.isDisjoint(with: [.determiner, .preposition])
      || before.verbFeatures.isDisjoint(with: .finite) && !before.roles.contains(.speech)
        && reader.isVerb(before)
  }

  /// Cuts at "und" and "aber" where verbs stand on both sides.
  private func clauses(_ parts: [Constituent]) -> [[Constituent]] {
    var result: [[Constituent]] = []
    var current: [Constituent] = []
    for (i, part) in parts.enumerated() {
      if part.kind == .joint, current.contains(where: { $0.kind == .verb }),
        parts[(i + 1)...].contains(where: { $0.kind == .verb })
      {
        result.append(current)
        current = []
      }
      current.append(part)
    }
    result.append(current)
    return result.filter { !$0.isEmpty }
  }

  private func arrange(
    _ clause: [Constituent], _ tokens: [Token], _ context: inout Context, _ result: inout [Item]
  ) {
    var parts = clause.filter { !isBareReflexive($0) }
    let verbs = parts.indices.filter { parts[$0].kind == .verb }
    guard let first = verbs.first, let last = verbs.last else {
      if !context.hasVerb, parts.first?.kind == .nounPhrase { context.hasOpenSubject = true }
      if let particle = parts.last, particle.kind == .particle, context.hasVerb {
        parts.removeLast()
      }
      append(parts, &result)
      return
    }
    let opener = parts.indices.prefix(3).first { parts[$0].kind == .opener }
    let finite = verbs.first { parts[$0].mayBeFinite }
    if let opener, finite != nil, last > opener, parts[last].mayBeFinite || last > opener + 1 {
      arrangeFinal(parts, opener, verbs, &result)
      context.hasVerb = true
      return
    }
    if verbs.contains(where: { parts[$0].isMarkedInfinitive }),
      !verbs.contains(where: { parts[$0].mayBeFinite && !isAuxiliaryOfInfinitive($0, parts, verbs) }
      )
    {
      arrangeInfinitive(parts, verbs, context, &result)
      return
    }
    let opensWithJoint = parts[0].kind == .joint
    if context.openBracket >= 0, last == parts.count - 1, isNonfinite(parts[last]),
      verbs.count == 1 || !parts[first].isBracket,
      opensWithJoint || parts.count == 1,
      first > (opensWithJoint ? 1 : 0) || parts.count == 1
        || !parts[first].mayBeFinite
    {
      // "hat Kiew angegriffen und Charkiw beschossen"; "hat die Stadt, …, angegriffen".
      arrangeShared(parts, verbs, &context, &result)
      return
    }
    arrangeMain(parts, verbs, finite ?? first, tokens, &context, &result)
  }

  private func isAuxiliaryOfInfinitive(
    _ at: Int, _ parts: [Constituent], _ verbs: [Int]
  ) -> Bool {
    // "geliefert zu haben": the participle may look finite.
    guard let marked = verbs.first(where: { parts[$0].isMarkedInfinitive }) else { return false }
    return at + 1 == marked && parts[marked].isBracket
  }

  private func isNonfinite(_ part: Constituent) -> Bool {
    guard let verb = part.verb else { return false }
    return !verb.verbFeatures.isDisjoint(with: [.participle, .base])
  }

  private func isBareReflexive(_ part: Constituent) -> Bool {
    part.items.count == 1 && part.items[0].roles.contains(.reflexive)
  }

  // MARK: Verb last

  private func arrangeFinal(
    _ parts: [Constituent], _ opener: Int, _ verbs: [Int], _ result: inout [Item]
  ) {
    // The verbs at the end belong together; an earlier one stands in the clause by itself.
    var firstOfCluster = verbs[verbs.count - 1]
    while firstOfCluster > opener + 1, parts[firstOfCluster - 1].kind == .verb {
      firstOfCluster -= 1
    }
    let cluster = (firstOfCluster...verbs[verbs.count - 1]).filter { parts[$0].kind == .verb }
    let middle = Array(parts[(opener + 1)..<firstOfCluster])
    let rest = Array(parts[(verbs[verbs.count - 1] + 1)...])
    let group = verbGroup(cluster.reversed().map { parts[$0] })
    append(Array(parts[...opener]), &result)
    let isRelative = parts[opener].items[0].roles.contains(.relative)
    let isObject = opener > 0 && parts[opener - 1].kind == .prepositional
    var subject = middle.firstIndex { $0.kind == .nounPhrase && !$0.isOblique }
    if isRelative, !isObject, let candidate = subject {
      // "Soldaten, die die Stadt angriffen", but "Raketen, die Russland lieferte".
      let showsObject = isAccusative(parts[opener])
      if !showsObject, !middle[candidate].isAgentive || antecedentActs(result) { subject = nil }
    }
    emit(middle, subject: subject, group: group, rest: rest, &result)
  }

  private func isAccusative(_ part: Constituent) -> Bool {
    part.isOblique || part.items[0].isOblique
  }

  /// Whether the noun before the comma before the opener is someone who acts.
  private func antecedentActs(_ result: [Item]) -> Bool {
    guard let comma = result.lastIndex(where: { reader.isMark($0) && $0.mark == .comma }),
      comma > 0
    else { return false }
    let before = result[comma - 1]
    // "Raketen, die Russland lieferte": things do not act.
    if lexicon.classSets[Int(before.classSet)].intersects(things) { return false }
    return before.kinds.contains(.actor) || before.roles.contains(.role)
      || !before.roles.isDisjoint(with: [.groupGroup, .groupCountry, .groupBloc])
  }

  // MARK: Infinitives

  private func arrangeInfinitive(
    _ parts: [Constituent], _ verbs: [Int], _ context: Context, _ result: inout [Item]
  ) {
    if context.hasVerb, let last = result.last, reader.isMark(last), last.mark == .comma {
      // The comma before an infinitive parts nothing.
      result.removeLast()
    }
    let cluster = verbs.reversed().map { parts[$0] }
    let group = verbGroup(cluster)
    var rest = parts.indices.filter { parts[$0].kind != .verb }.map { parts[$0] }
    // "um … zu".
    rest.removeAll { part in
      part.kind == .opener && part.items[0].roles.contains(.purpose)
    }
    var before: [Constituent] = []
    while let part = rest.first, part.kind == .joint || part.kind == .opener {
      before.append(part)
      rest.removeFirst()
    }
    append(before, &result)
    emit(rest, subject: nil, group: group, rest: [], &result)
  }

  /// A participle or infinitive that shares the auxiliary of the clause before.
  private func arrangeShared(
    _ parts: [Constituent], _ verbs: [Int], _ context: inout Context, _ result: inout [Item]
  ) {
    let group = verbGroup(verbs.reversed().map { parts[$0] })
    var rest = parts.indices.filter { parts[$0].kind != .verb }.map { parts[$0] }
    if parts[0].kind == .joint {
      append([rest.removeFirst()], &result)
      emit(rest, subject: nil, group: group, rest: [], &result)
    } else {
      result.insert(contentsOf: group, at: context.openBracket + 1)
      context.openBracket = -1
    }
  }

  // MARK: Verb second

  private func arrangeMain(
    _ parts: [Constituent], _ verbs: [Int], _ finite: Int, _ tokens: [Token],
    _ context: inout Context, _ result: inout [Item]
  ) {
    var right = Array(parts[(finite + 1)...])
    var left = Array(parts[..<finite])
    var verb = parts[finite]
    var others: [Constituent] = []
    if let particle = right.last, particle.kind == .particle {
      right.removeLast()
      if let joined = joined(verb.items[0], particle.items[0], tokens) { verb.items = [joined] }
    }
    if let fronted = left.last, fronted.kind == .verb, verb.isBracket {
      // "Vermittelt hatten die USA".
      others.append(fronted)
      left.removeLast()
    }
    let lastVerb = right.lastIndex { $0.kind == .verb }
    if let lastVerb, verb.isBracket || right[lastVerb].isMarkedInfinitive,
      isNonfinite(right[lastVerb]) || right[lastVerb].isBracket
    {
      var firstOfCluster = lastVerb
      while firstOfCluster > 0, right[firstOfCluster - 1].kind == .verb { firstOfCluster -= 1 }
      others += right[firstOfCluster...lastVerb].reversed()
      right.removeSubrange(firstOfCluster...lastVerb)
    }
    let opensWithJoint = left.first?.kind == .joint
    let fields = left.filter { $0.kind != .joint && $0.kind != .adverb && $0.kind != .other }
    let own = left.lastIndex { $0.kind == .nounPhrase }
    var subject: Int?
    var isShared = false
    if let own, !left[own].isOblique {
      subject = nil
      isShared = true
      if left.count > own + 1 || own > 0 {
        // The subject stays where it is.
      }
    } else if fields.isEmpty, context.hasOpenSubject || (opensWithJoint && context.hasVerb) {
      isShared = true
    } else {
      subject = right.firstIndex { $0.kind == .nounPhrase && !$0.isOblique }
    }
    var moved: [Constituent] = []
    if !isShared, let own, subject != nil {
      // "Den Angriff verurteilte Polen".
      moved.append(left.remove(at: own))
    }
    let marks = left.filter(isVerbMark)
    left.removeAll(where: isVerbMark)
    append(left, &result)
    if subject != nil, !left.isEmpty, left.last?.kind != .joint, let last = result.last {
      result.append(comma(behind: last))
    }
    let group = verbGroup([verb] + others, marks: marks)
    let start = result.count
    emit(moved + right, subject: subject.map { $0 + moved.count }, group: group, rest: [], &result)
    context.hasVerb = true
    context.hasOpenSubject = false
    context.openBracket = -1
    if verb.isBracket {
      context.openBracket =
        result[start...].lastIndex { $0.start == verb.items[verb.items.count - 1].start } ?? -1
    }
  }

  /// The one item of a verb and its separated part, when the lexicon knows the two together.
  private func joined(_ verb: Item, _ particle: Item, _ tokens: [Token]) -> Item? {
    let first = lexicon.step(0, tokens[Int(verb.firstToken)].word)
    let node = first == 0 ? 0 : lexicon.step(first, tokens[Int(particle.firstToken)].word)
    guard node != 0 else { return nil }
    var result = verb
    var features = FormFeatures()
    var roles = WordRole()
    var kinds = Item.Kinds()
    for meaning in lexicon.meanings(of: node) {
      if meaning.kind == .verb { kinds.insert(.verb) }
      roles.formUnion(meaning.roles)
      features.formUnion(meaning.features)
    }
    guard !kinds.isEmpty || !roles.isEmpty else { return nil }
    (result.node, result.shorterNode, result.end) = (node, 0, particle.end)
    (result.kinds, result.roles, result.verbFeatures) = (kinds, roles, features)
    return result
  }

  /// A mark that parts a fronted phrase from the subject: "In Berlin, Putin traf …".
  private func comma(behind item: Item) -> Item {
    Item(
      firstToken: item.endToken - 1, endToken: item.endToken, start: item.end, end: item.end,
      node: 0, roles: [], verbFeatures: [], nounFeatures: [], preposition: 0, date: -1, kinds: [],
      classSet: 0, mark: .comma, isCapitalised: false, isJoined: false)
  }

  // MARK: Output

  /// Subject, verbs, objects with what belongs to them, then what stood before the objects.
  private func emit(
    _ middle: [Constituent], subject: Int?, group: [Item], rest: [Constituent],
    _ result: inout [Item]
  ) {
    var middle = middle
    if let subject {
      append([middle.remove(at: subject)], &result)
    }
    let marks = middle.filter(isVerbMark)
    middle.removeAll(where: isVerbMark)
    result += marks.flatMap(\.items)
    result += group
    let object = middle.firstIndex { $0.kind == .nounPhrase }
    if let object {
      let lead = Array(middle[..<object])
      let last = middle.lastIndex { $0.kind == .nounPhrase } ?? object
      // Nothing stands between the verb and its objects but dates.
      append(middle[..<last].filter { $0.kind == .date }, &result)
      append(middle[object..<last].filter { $0.kind != .date }, &result)
      append(Array(middle[last...]), &result)
      append(lead.filter { $0.kind != .date }, &result)
    } else {
      append(middle, &result)
    }
    append(rest, &result)
  }

  /// "nicht", "angeblich": what says whether the verb holds stands before it.
  private func isVerbMark(_ part: Constituent) -> Bool {
    part.kind == .adverb
      && !part.items[0].roles.isDisjoint(with: [.negation, .hearsay, .hypothetical, .planned])
  }

  private func append(_ parts: [Constituent], _ result: inout [Item]) {
    for part in parts { result += part.items }
  }

  /// The verbs of a clause, the finite one first; each keeps the features it has at its place.
  private func verbGroup(_ verbs: [Constituent], marks: [Constituent] = []) -> [Item] {
    var result = marks.flatMap(\.items)
    let full = verbs.last?.verb
    let isPerfect = verbs.dropFirst().contains { $0.verb?.roles.contains(.perfect) ?? false }
    for (i, part) in verbs.enumerated() {
      var items = part.items
      let last = items.count - 1
      let isFinite = i == 0 && !part.isMarkedInfinitive
      if i == verbs.count - 1, verbs.count == 1, part.isBracket {
        // "Putin hat Vorrang": a full verb.
        result += items
        continue
      }
      if items[last].roles.contains(.bracket), i < verbs.count - 1 {
        items[last].kinds.remove(.verb)
        items[last].roles.subtract(WordRole.verbalRoles)
        if items[last].kinds == .unknownVerb { items[last].kinds = [] }
        items[last].verbFeatures = []
        if items[last].roles.contains(.be), items[last].roles.contains(.planned) {
          // "wird angegriffen", "wird angreifen".
          let isPassive = full?.verbFeatures.contains(.participle) ?? false
          items[last].roles.remove(isPassive ? .planned : .be)
        }
        if items[last].roles.contains(.hearsay), items[last].roles.contains(.planned) {
          // "soll geliefert haben", "soll liefern".
          items[last].roles.remove(isPerfect ? .planned : .hearsay)
        }
      } else if isFinite {
        if items[last].verbFeatures.contains(.finite) {
          items[last].verbFeatures.subtract([.participle, .base])
        }
      } else if !items[last].verbFeatures.isDisjoint(with: [.participle, .base]) {
        items[last].verbFeatures.subtract([.finite, .past])
      }
      result += items
    }
    return result
  }
}
