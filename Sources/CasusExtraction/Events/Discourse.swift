import CasusKnowledge
import CasusModel

/// What an article has spoken of so far, for pronouns and phrases such as "the two countries".
struct Discourse {
  /// What the last sentence that said so is about: the subject of its main clause.
  private(set) var topic: [ActorID] = []
  /// How pronouns speak of the topic.
  private(set) var topicTraits: Referent.Traits = []
  /// The number of the sentence that is about the topic.
  private(set) var topicSentence = 0
  /// Those whom the last sentence speaks of, its subjects first.
  var referents: [Referent] = []
  /// The last person named, and whom they stand for.
  var person: ActorID?
  /// The person, or holder of an office, that the last sentence is about or quotes.
  var personInFocus: ActorID?
  /// The last sentence that is about a person of whom no more than a name is known, if nobody known came
  /// after.
  var strangerSentence = -1
  /// The surnames of such people, by their keys.
  var strangers: Set<UInt64> = []
  /// The last sentence that is about people of no side: "the drivers".
  var unnamedCrowdSentence = -1
  /// Whose troops or people the last sentence is about.
  var crowd: [ActorID] = []
  /// The last state named as a subject, else named at all.
  private(set) var state: ActorID?
  /// The state that was `state` before, so that two in turn are not looked up each time.
  private var stateBefore: ActorID?
  /// The last organisation or bloc named.
  var bloc: ActorID?
  /// The last armed group named.
  var group: ActorID?
  /// The last two states named, the older first.
  var pair: [ActorID] = []
  /// The last events told, for "the attack" and "the decision".
  private(set) var events: [Told] = []
  /// Those of them that a verb told.
  var acts: [Told] { events.filter(\.isAct) }
  /// The act that others are said to do as well: the last one, unless it is a circumstance of another that the same
  /// sentence tells.
  var exemplaryAct: Told? {
    let acts = acts
    guard let last = acts.last, last.isCircumstance else { return acts.last }
    return acts.last { $0.sentence == last.sentence && !$0.isCircumstance } ?? last
  }
  /// How often two sides have met in the events told, and when last; the smaller identifier first.
  private var encounters: [[ActorID]: (count: Int, last: Int)] = [:]
  /// The encounters that are not counted yet, with their weight and the number of their event.
  private var uncounted: [(one: ActorID, other: ActorID, weight: Int, event: Int)] = []
  private var toldCount = 0

  /// An event as later sentences may refer to it.
  struct Told {
    var type: EventType
    var mode: String?
    var source: [ActorID]
    var target: [ActorID]
    /// Who says so.
    var speakers: [String]
    /// The number of the sentence that tells it.
    var sentence: Int
    /// Whether it happened, is planned, possible or denied.
    var status: EventStatus = .occurred
    /// Whether a verb told it, and no noun in passing.
    var isAct = true
    /// Whether it is told only as a circumstance of another: "a day after they had stormed the embassy".
    var isCircumstance = false
  }

  /// Takes note of what a sentence is about.
  mutating func setTopic(_ actors: [ActorID], _ traits: Referent.Traits, in sentence: Int) {
    (topic, topicTraits, topicSentence) = (actors, traits, sentence)
  }

  /// The topic, or whoever else of the last sentence a pronoun that does not fit it may mean.
  func spokenOf(_ agreement: Agreement, apartFrom excluded: [ActorID]) -> [ActorID] {
    let own = topic.filter { !excluded.contains($0) }
    if !own.isEmpty, agreement.fits(topicTraits) { return own }
    let other = referents.first { referent in
      agreement.fits(referent.traits) && !referent.actors.contains(where: excluded.contains)
    }
    return other?.actors ?? []
  }

  /// A group that the sentence before names as an object, for an object.
  ///
  /// "Riyadh calls the group a proxy. Tehran denies giving it arms".
  func object(_ agreement: Agreement, _ excluded: [ActorID]) -> [ActorID]? {
    let objects = referents.filter { referent in
      referent.standing == .object && agreement.fits(referent.traits)
        && (!agreement.isSeveral
          || !referent.traits.isDisjoint(with: [.isSeveral, .isPlural, .isCrowd]))
        && !referent.actors.contains(where: excluded.contains)
    }
    return objects.count == 1 ? objects[0].actors : nil
  }

  /// Takes note of an event of a sentence.
  mutating func tell(_ event: Told) {
    events.append(event)
    if events.count > 64 { events.removeFirst(32) }
    toldCount += 1
    if uncounted.count > 256 { count() }
    for one in event.source {
      for other in event.target where one != other {
        // What two sides do to each other counts for more than what is said of one.
        let isDeed = event.type == .assault || event.type == .coerce || event.type.isSymmetric
        uncounted.append((one, other, isDeed ? 2 : 1, toldCount))
      }
    }
  }

  /// Counts the encounters since the last count.
  private mutating func count() {
    for (one, other, weight, event) in uncounted {
      let sides = one < other ? [one, other] : [other, one]
      encounters[sides] = ((encounters[sides]?.count ?? 0) + weight, event)
    }
    uncounted.removeAll()
  }

  /// The two sides that the article is about: those of most of its events, the latest of equals.
  func mainDyad(
    apartFrom excluded: [ActorID], ofStates: Bool = false, countingMentions: Bool = false
  ) -> [ActorID] {
    if ofStates {
      let two = mostMet(countingMentions: countingMentions) { pair in
        pair.allSatisfy { !excluded.contains($0) && states.contains($0) }
      }
      if !two.isEmpty { return two }
    }
    return mostMet { pair in pair.allSatisfy { !excluded.contains($0) } }
  }

  /// The two who the sentence before says met, agreed or worked together.
  func lastPair(before sentence: Int) -> [ActorID] {
    let told = events.last { event in
      sentence - event.sentence <= 1 && event.type.isSymmetric && event.source.count == 1
        && event.target.count == 1
    }
    return told.map { $0.source + $0.target } ?? []
  }

  /// Whether an article tells so much more of one pair than of another that descriptions mean the first.
  func tellsMore(of pair: [ActorID], than other: [ActorID]) -> Bool {
    var copy = self
    copy.count()
    let times = { (sides: [ActorID]) in copy.encounters[sides.sorted()]?.count ?? 0 }
    return times(pair) >= 4 * times(other)
  }

  /// The two with whom a third, as the sentence before says, met, agreed or worked.
  func lastTargets(before sentence: Int) -> [ActorID] {
    let meetings = events.filter { event in
      (1...2).contains(sentence - event.sentence) && event.type.isSymmetric
        && event.source.count == 1
    }
    if let told = meetings.last(where: { $0.sentence == sentence - 1 && $0.target.count == 2 }) {
      return told.target
    }
    // "Jokowi menemui Zelensky. Sehari kemudian ia menemui Putin. … kedua pemimpin".
    guard let last = meetings.last else { return [] }
    var others: [ActorID] = []
    for event in meetings where event.source == last.source {
      for id in event.target where !others.contains(id) { others.append(id) }
    }
    return others.count == 2 ? others : []
  }

  /// The pair of those accepted that met most, the latest of equals; empty when there is none.
  ///
  /// Where mentions count, two who are named throughout come before two who met once or twice in passing.
  private func mostMet(
    countingMentions: Bool = false, where accepts: ([ActorID]) -> Bool
  ) -> [ActorID] {
    var copy = self
    copy.count()
    let named = { (pair: [ActorID]) in
      countingMentions ? pair.map { mentions.count(of: $0) }.min() ?? 0 : 0
    }
    return copy.encounters.filter { pair, _ in accepts(pair) }
      .max { a, b in
        let (one, other) = (
          (a.value.count + named(a.key), a.value.last), (b.value.count + named(b.key), b.value.last)
        )
        return one == other ? b.key.lexicographicallyPrecedes(a.key) : one < other
      }?.key ?? []
  }

  /// Who acted in the last event told that is no reaction to another.
  var agents: [ActorID] {
    events.last { !$0.type.isReaction }?.source ?? []
  }

  /// The other side of the last hostile act that someone took part in: of those who only threaten and those
  /// who act, the ones whom it has most to do with, since who presses two to lay down arms fights neither.
  ///
  /// A state whose act a firm has suffered is no more at odds with the firm than with its passengers.
  func opponent(of side: [ActorID]) -> [ActorID] {
    let last = otherSide(
      of: side, in: [.assault, .coerce, .mobilize, .threaten], apartFrom: firms)
    let fought = otherSide(of: side, in: [.assault, .coerce, .mobilize], apartFrom: firms)
    guard fought != last, !fought.isEmpty else { return last }
    return meetings(of: side, with: fought) > meetings(of: side, with: last) ? fought : last
  }

  /// The one that a side is at odds with in words or by sanctions, if no other state is named more.
  func rival(of side: [ActorID]) -> [ActorID] {
    let other = otherSide(of: side, in: [.sanction, .accuse, .reject])
    return other.count == 1 && mentions.mostNamed(of: states.subtracting(side)) == other[0]
      ? other : []
  }

  /// The two that fight each other, if most of the attacks told are theirs.
  func belligerents() -> [ActorID] {
    var counts: [[ActorID]: Int] = [:]
    for event in events
    where event.type == .assault && event.status == .occurred && event.source.count == 1
      && event.target.count == 1
    {
      counts[(event.source + event.target).sorted(), default: 0] += 1
    }
    guard
      let most = counts.max(by: { ($0.value, $1.key[0]) < ($1.value, $0.key[0]) }),
      most.value > 1, 2 * most.value > counts.values.reduce(0, +)
    else { return [] }
    return most.key
  }

  /// How often two sides have met in the events told.
  private func meetings(of side: [ActorID], with others: [ActorID]) -> Int {
    var copy = self
    copy.count()
    return side.reduce(0) { sum, one in
      others.reduce(sum) { $0 + (copy.encounters[one < $1 ? [one, $1] : [$1, one]]?.count ?? 0) }
    }
  }

  /// The other side of the last attack that someone took part in.
  func foe(of side: [ActorID]) -> [ActorID] {
    otherSide(of: side, in: [.assault])
  }

  /// The other side of the last event of some types that someone took part in.
  private func otherSide(
    of side: [ActorID], in types: Set<EventType>, apartFrom spared: Set<ActorID> = []
  ) -> [ActorID] {
    for event in events.reversed() where types.contains(event.type) {
      let isSource = !event.source.filter(side.contains).isEmpty
      guard isSource || !event.target.filter(side.contains).isEmpty else { continue }
      let other = isSource ? event.target : event.source
      if other.isEmpty || !other.allSatisfy(spared.contains) { return other }
    }
    return []
  }

  /// Those of whom a side last seized somebody.
  func captives(of side: [ActorID]) -> [ActorID]? {
    events.last { event in
      event.type == .coerce && event.status == .occurred && !event.target.isEmpty
        && !event.source.filter(side.contains).isEmpty
    }?.target
  }

  /// The others of the last agreement that a side took part in, else those of the last of all.
  func agreed(with side: [ActorID]) -> [ActorID] {
    let deals = events.filter { $0.type == .agree && !$0.target.isEmpty }
    let own = deals.last { event in
      (event.source + event.target).contains(where: side.contains)
    }
    guard let deal = own ?? deals.last else { return [] }
    return (deal.source + deal.target).filter { !side.contains($0) }
  }

  /// Who was helped last, other than the helpers at hand.
  func recipient(apartFrom side: [ActorID]) -> [ActorID] {
    if let last = events.last, last.type == .support, last.source == side,
      last.status == .occurred, last.target.count == 1
    {
      // "Ankara backed Baku. It supplied the drones".
      return last.target
    }
    // What a side says of others' help, or what is denied, is no help that it would join.
    let helped = events.last { event in
      event.type == .aid && event.status != .denied && event.target.filter(side.contains).isEmpty
        && !event.speakers.contains { side.contains(ActorID(rawValue: $0)) }
    }?.target
    guard let helped else { return [] }
    // Nobody arms those whom they accuse, punish or fight.
    let isOpposed = events.contains { event in
      !event.type.quadClass.isCooperation && !event.source.filter(side.contains).isEmpty
        && !event.target.filter(helped.contains).isEmpty
    }
    return isOpposed ? [] : helped
  }

  /// Who acted in the last event of one of some types, one against a side before others: all who
  /// take part where it has no direction.
  func agents(
    ofAny types: Set<EventType>, modes: Set<String> = [], against side: [ActorID]
  ) -> [ActorID]? {
    var matching = events.filter { types.contains($0.type) }
    if types.contains(.assault), !modes.contains("fight") {
      // "The raids" are none of the war that goes on beside them, nor are they raids to come.
      let deeds = matching.filter { $0.mode != "fight" && $0.status == .occurred }
      if !deeds.isEmpty { matching = deeds }
    }
    let sameMode = matching.filter { $0.mode.map(modes.contains) ?? false }
    if !sameMode.isEmpty { matching = sameMode }
    let hasSide = { (event: Told) in !event.target.filter(side.contains).isEmpty }
    guard let last = matching.last(where: hasSide) ?? matching.last else { return nil }
    var result: [ActorID] = []
    for event in matching where event.sentence == last.sentence && event.type == last.type {
      // Of a visit, whoever pays it.
      let isMutual = event.type.isSymmetric && event.mode != "visit"
      let acting = isMutual ? event.source + event.target : event.source
      for id in acting where !result.contains(id) { result.append(id) }
    }
    return result
  }

  /// Who did what an onlooker judges as "the action": whoever acted last, or whom that was against, where it was a protest
  /// by diplomatic means against somebody who has harmed others.
  ///
  /// "Peru recalled its ambassador in protest. Mexico condemned the action".
  func agents(judgedBy onlooker: [ActorID]) -> [ActorID] {
    guard let last = events.last(where: { !$0.type.isReaction }) else { return [] }
    guard last.type == .sanction, EventFinder.diplomaticModes.contains(last.mode ?? ""),
      Set(last.target).isDisjoint(with: onlooker), Set(last.source).isDisjoint(with: onlooker)
    else { return last.source }
    let hasHarmed = events.contains { event in
      (event.type == .assault || event.type == .coerce) && event.status == .occurred
        && last.sentence - event.sentence <= 12
        && !Set(event.source).isDisjoint(with: last.target)
        && Set(event.target).isDisjoint(with: last.target)
    }
    return hasHarmed ? last.target : last.source
  }

  /// Who did the same to the same side before.
  func agents(of type: EventType, on side: [ActorID]) -> [ActorID] {
    events.last { $0.type == type && !$0.target.filter(side.contains).isEmpty }?.source ?? []
  }

  /// Whom a side deals with most in the events told, the latest of equals.
  func partner(of side: [ActorID]) -> [ActorID] {
    mostMet { $0.filter(side.contains).count == 1 }.filter { !side.contains($0) }
  }

  /// Who helped a side last, or was helped by it, or stood by it otherwise, and is not at odds with it.
  func friend(of side: [ActorID]) -> [ActorID] {
    var opposed: Set<ActorID> = []
    var friends: [ActorID] = []
    for event in events where event.status != .denied {
      for (one, other) in [(event.source, event.target), (event.target, event.source)]
      where one.contains(where: side.contains) {
        if !event.type.quadClass.isCooperation {
          opposed.formUnion(other)
        } else if [.aid, .support, .cooperate].contains(event.type) {
          friends += other.filter { !side.contains($0) }
        }
      }
    }
    return friends.last { !opposed.contains($0) }.map { [$0] } ?? []
  }

  /// Who last blamed a side for something: its accuser, or who says what it did.
  func accuser(of side: [ActorID]) -> [ActorID] {
    lastSpeaker(against: side, in: [.accuse, .request]) { _ in true }
  }

  /// Who last said something against a side: accused or threatened it, asked something of it, or
  /// told what it did.
  func contender(of side: [ActorID]) -> [ActorID] {
    lastSpeaker(against: side, in: [.accuse, .request, .threaten]) { !$0.type.isSaid }
  }

  /// Who acted on a side in the last event of some types, or says that it did another one that counts.
  private func lastSpeaker(
    against side: [ActorID], in types: Set<EventType>, orOf counts: (Told) -> Bool
  ) -> [ActorID] {
    for event in events.reversed() {
      if types.contains(event.type), !event.target.filter(side.contains).isEmpty {
        return event.source
      }
      let isGiven =
        (event.type == .aid || event.type == .cooperate)
        && !event.target.filter(side.contains).isEmpty
      if counts(event), isGiven || !event.source.filter(side.contains).isEmpty {
        let speakers = Self.speakers(of: event, apartFrom: side)
        if !speakers.isEmpty { return speakers }
      }
    }
    return []
  }

  /// Who says so, media apart.
  private static func speakers(of event: Told, apartFrom side: [ActorID]) -> [ActorID] {
    event.speakers.map { ActorID(rawValue: $0) }
      .filter { !side.contains($0) && !$0.rawValue.hasPrefix("MEDIA:") }
  }

  /// Who last turned on a side, not long ago.
  func aggressor(against side: [ActorID], before sentence: Int) -> [ActorID] {
    events.last { event in
      !event.type.quadClass.isCooperation && sentence - event.sentence <= 12
        && !event.target.filter(side.contains).isEmpty
    }?.source ?? []
  }

  /// Whom a side last turned on in words or deeds, not long ago.
  func adversary(of side: [ActorID], before sentence: Int) -> [ActorID] {
    let turned = events.filter { event in
      !event.type.quadClass.isCooperation && sentence - event.sentence <= 3
        && !event.source.filter(side.contains).isEmpty && !event.target.isEmpty
    }
    var result: [ActorID] = []
    for event in turned where event.sentence == turned.last?.sentence {
      for id in event.target where !result.contains(id) { result.append(id) }
    }
    return result
  }

  /// Whose "the army", "the ministry" was when it was last named, by the word.
  var roleOwners: [UInt32: ActorID] = [:]
  /// The organisations named, by the word that means them alone: "the union", "the alliance".
  var bodies: [UInt32: ActorID] = [:]
  /// The body that the first sentences are about, which is the subject of all paragraphs where it resolves something.
  var issuer: ActorID?
  /// Whose "the ship", "the jets" were when they were last named, by the word.
  var thingOwners: [UInt32: ActorID] = [:]
  /// The last four states named, the older first.
  var recent: [ActorID] = []

  /// Who is named, and in which sentence.
  var mentions = Mentions()

  /// States named so far.
  var states: Set<ActorID> = []
  /// Firms named so far.
  private var firms: Set<ActorID> = []
  /// States that the sentence which is being read names, or something of theirs.
  var statesHere: [ActorID] = []
  /// People and bodies named in full, so that their short forms are known.
  var introduced: Set<Int> = []

  /// Takes note of an actor in the order of the text.
  mutating func note(
    _ rolledUp: ActorID, kind: Actor.Kind, isState: Bool, in sentence: Int
  ) {
    if kind == .company { firms.insert(rolledUp) }
    switch kind {
    case .person: person = rolledUp
    case .organisation, .collective: bloc = rolledUp
    case .group: group = rolledUp
    case .state, .government, .company, .ngo:
      guard state != rolledUp else { break }
      if stateBefore != rolledUp { states.insert(rolledUp) }
      stateBefore = state
      state = rolledUp
    case .medium: return
    }
    mentions.note(rolledUp, in: sentence)
    if isState, recent.last != rolledUp {
      recent.removeAll { $0 == rolledUp }
      recent.append(rolledUp)
      if recent.count > 4 { recent.removeFirst() }
    }
    guard isState, pair.last != rolledUp else { return }
    if pair.count == 2 {
      pair[0] = pair[1]
      pair[1] = rolledUp
    } else {
      pair.append(rolledUp)
    }
  }
}
