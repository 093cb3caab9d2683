import CasusKnowledge
import CasusModel

// Whoever did what a clause or noun refers to.
extension EventFinder {
  /// "Japan protested to China after two ships entered its waters": what somebody does in answer, it
  /// does to whoever owns the forces that the clause beside tells of.
  func answer(
    to verb: Int, _ told: [Finding], _ sentence: Sentence, _ target: [ActorID]
  ) -> Filling? {
    let subject = sentence.links[verb].subject
    guard !lexicon.usesCases, subject >= 0,
      sentence.chunks[Int(subject)].ownerEnd == sentence.chunks[Int(subject)].ownerStart,
      sentence.chunks[Int(subject)].classes.intersects(movedClasses)
        || sentence.chunks[Int(subject)].roles.contains(.role),
      let main = told.last(where: { $0.phrase < 0 && sentence.links[$0.verb].link == .main }),
      !main.type.quadClass.isCooperation, !main.target.isEmpty,
      target.isEmpty || rolled(main.source) == target
    else { return nil }
    return Filling(
      actors: main.target, first: Int(subject), last: Int(subject), usesAnaphor: true)
  }

  /// "Kesepakatan yang dicapai Thailand dan Kamboja dipuji Malaysia": those of whose deed a relative clause
  /// tells.
  func doers(
    in noun: Int, _ told: [Finding], _ sentence: Sentence, _ excluding: [ActorID]
  ) -> Filling {
    guard isHeadFirst, !lexicon.usesCases, noun >= 0, sentence.chunks[noun].eventNoun >= 0,
      sentence.chunks[noun].ownerEnd == sentence.chunks[noun].ownerStart,
      let deed = told.last(where: {
        $0.phrase < 0 && sentence.links[$0.verb].link == .relative
          && Int(sentence.links[$0.verb].subject) == noun
      })
    else { return Filling() }
    let doers = deed.type.isSymmetric ? deed.source + deed.target : deed.source
    let others = doers.filter { !excluding.contains(knowledge.actors.rolledUp($0)) }
    guard !others.isEmpty else { return Filling() }
    return Filling(actors: others, first: noun, last: noun, usesAnaphor: true)
  }

  /// Who did the deed told last that a noun such as "pengiriman" or "langkah" names, of its kind where the
  /// noun tells of one kind only.
  ///
  /// "Rusia mengirim drone. Prancis mengecam pengiriman itu."
  func doer(
    ofDeedNamedBy noun: Int, _ told: [Finding], _ sentence: Sentence, _ resolver: ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling? {
    guard isHeadFirst, !lexicon.usesCases, noun >= 0 else { return nil }
    guard pointsAtDeed(noun, sentence) else { return nil }
    let phrase = sentence.chunks[noun]
    let kinds =
      phrase.eventNoun >= 0
      ? types(ofNoun: phrase.eventNoun, sentence)
      : phrase.classes.intersects(sendingClass) ? Self.sendings : []
    let mayBe = { (type: EventType) in
      kinds.isEmpty ? !type.isSaid && type != .consult : kinds.contains(type)
    }
    let here = told.last {
      $0.phrase < 0 && mayBe($0.type) && Set(rolled($0.source)).isDisjoint(with: excluding)
    }
    let before = resolver.discourse.events.last {
      sentence.number - $0.sentence <= (kinds.isEmpty ? Self.deedReach : Self.kindReach)
        && mayBe($0.type)
        && ($0.status == .occurred || $0.status == .planned)
        && Set($0.source).isDisjoint(with: excluding)
    }
    guard let doers = here?.source ?? before?.source, !doers.isEmpty else { return nil }
    return Filling(actors: doers, first: noun, last: noun, usesAnaphor: true)
  }

  /// "Langkah itu", "the decision": whether a phrase names a deed that was told before.
  private func pointsAtDeed(_ noun: Int, _ sentence: Sentence) -> Bool {
    let phrase = sentence.chunks[noun]
    return
      (phrase.classes.intersects(deedClass) || phrase.traits.contains(.isPlan)
      || frames.isDecision(phrase)) && phrase.ownerEnd == phrase.ownerStart
      // "Решение": a language of cases has no article.
      && (lexicon.usesCases
        || sentence.items[Int(phrase.firstItem)..<Int(phrase.endItem)].contains {
          $0.roles.contains(.demonstrative)
        })
  }

  /// The same, or a mere "it", "this".
  func namesDeedToldBefore(_ phrase: Int, _ sentence: Sentence) -> Bool {
    let chunk = sentence.chunks[phrase]
    return pointsAtDeed(phrase, sentence)
      || chunk.endItem == chunk.firstItem + 1
        && !chunk.roles.isDisjoint(with: [.thingPronoun, .demonstrative])
  }

  /// "Turki berang karena Swedia menampung PKK": who does what somebody is angry at.
  func culprit(
    of verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver, _ excluding: [ActorID]
  ) -> Filling? {
    let opening = verb + 1
    guard isHeadFirst, !lexicon.usesCases, opening + 2 < sentence.chunks.count,
      sentence.links[verb].object < 0, sentence.chunks[opening].kind == .subordinator,
      sentence.chunks[opening].roles.contains(.occasion),
      let deed = sentence.chunks.indices.first(where: {
        $0 > opening && sentence.chunks[$0].kind == .verb
      }), sentence.links[deed].link == .subordinate,
      Int(sentence.links[deed].subject) == opening + 1
    else { return nil }
    var found =
      sentence.chunks[deed].traits.contains(.isPassive)
      ? agent(deed, sentence, &resolver)
      : filling(sentence.links[deed].subject, sentence, &resolver, excluding: excluding)
    remove(excluding, from: &found)
    return found.actors.isEmpty ? nil : found
  }

  /// How many sentences later a noun may still name a deed.
  private static let deedReach = 2
  /// The same of a noun that names deeds of one kind: "pengiriman", "pencaplokan".
  private static let kindReach = 12
  private static let sendings: Set<EventType> = [.aid, .cooperate, .mobilize]

  /// "Latvia merobohkan monumen, langkah yang disebut Kremlin sebagai provokasi": a noun that sums up the
  /// clause before it is what its subject did.
  func summedUp(
    by noun: Int, _ verb: Int, _ sentence: Sentence, _ resolver: inout ActorResolver,
    _ excluding: [ActorID]
  ) -> Filling {
    let links = sentence.links[verb]
    guard isHeadFirst, !lexicon.usesCases, links.link == .relative, links.governor >= 0, noun > 1,
      sentence.chunks[verb].traits.contains(.isPassive),
      sentence.chunks[noun].ownerEnd == sentence.chunks[noun].ownerStart,
      sentence.chunks[noun - 1].kind == .comma
        && (sentence.chunks[noun].traits.contains(.isPlan)
          || frames.isDecision(sentence.chunks[noun]))
        // "mengesahkan undang-undang yang dikecam Uni Eropa": whoever passed it.
        || sentence.links[Int(links.governor)].object == Int32(noun)
          && !sentence.chunks[Int(links.governor)].traits.contains(.isPassive)
          && !sentence.chunks[noun].traits.contains(.isAgentive)
    else { return Filling() }
    let doer = sentence.links[Int(links.governor)].subject
    guard doer >= 0 else { return Filling() }
    var found = filling(doer, sentence, &resolver, excluding: [])
    remove(excluding, from: &found)
    (found.first, found.last) = (noun, verb)
    return found.actors.isEmpty ? Filling() : found
  }
}
