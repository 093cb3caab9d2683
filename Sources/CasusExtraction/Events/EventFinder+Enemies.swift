import CasusKnowledge
import CasusModel

// The sides of a war as the press of one of them names them: "the enemy", "our gunners", "air defence".
extension EventFinder {
  /// Fills the sides of an attack that the press leaves to be understood.
  func fillEnemies(
    _ verb: Int, _ frame: CompiledFrame, _ source: inout Filling, _ target: inout Filling,
    _ sentence: Sentence, _ resolver: ActorResolver
  ) {
    let links = sentence.links[verb]
    let isPassive = sentence.chunks[verb].traits.contains(.isPassive)
    let object = isPassive ? links.subject : links.object
    let subject = isPassive ? -1 : links.subject
    let here = Filling(first: verb, last: max(verb, Int(object)), usesAnaphor: true)
    if namesNobodyBut(enemyClass, subject, sentence) {
      // "Ворог обстріляв Суми".
      let enemy = resolver.enemy(of: rolled(target.actors))
      if !enemy.isEmpty { source = here.with(enemy) }
      return
    }
    let isOurs =
      source.actors.isEmpty
      && (isPassive || namesNobodyBut(ownClasses, subject, sentence)
        || frame.frame.mode == "shoot-down" && namesNobodyBut(weaponClass, subject, sentence))
    if isOurs, frame.frame.type == .assault {
      // "Прикордонники знищили російський танк", "збито сорок російських дронів".
      source = here.with(resolver.ownSide(against: rolled(target.actors)))
    }
    let isTheirs =
      namesNobodyBut(enemyClass, object, sentence) || frame.frame.mode == "retake"
      || frame.frame.mode == "shoot-down" && namesNobodyBut(weaponClass, object, sentence)
      || isAimedAtEnemy(verb, frame, sentence)
    // "Бійці знищили склад противника на Херсонщині": where it stood says less than whose it was.
    let isEnemys = namesNobodyBut(enemyClass, object, sentence)
    let isOwnPlace =
      isEnemys && !target.actors.isEmpty
      && target.actors.allSatisfy {
        !resolver.standingEnemy(of: [knowledge.actors.rolledUp($0)]).isEmpty
      }
    guard target.actors.isEmpty || isOwnPlace, isTheirs else { return }
    if !source.actors.isEmpty {
      // "Україна збила сорок дронів".
      target = here.with(resolver.standingEnemy(of: rolled(source.actors)))
    } else if isOurs, let (own, enemy) = resolver.warOfPress(named(in: sentence, resolver)) {
      // "Бійці знищили склад противника під Херсоном".
      (source, target) = (here.with([own]), here.with([enemy]))
    }
  }

  /// "Вдарили по складу противника": behind one of the prepositions that the verb aims with.
  private func isAimedAtEnemy(
    _ verb: Int, _ frame: CompiledFrame, _ sentence: Sentence
  ) -> Bool {
    var at = verb + 1
    while at < sentence.chunks.count {
      let chunk = sentence.chunks[at]
      switch chunk.kind {
      case .nounPhrase:
        if namesNobodyBut(enemyClass, Int32(at), sentence),
          frame.target.contains(where: { place in
            guard case .preposition(let number, _) = place else { return false }
            return number == Int(chunk.preposition)
          })
        {
          return true
        }
      case .preposition, .date: break
      default: return false
      }
      at += 1
    }
    return false
  }

  /// Whether a phrase holds a noun of some classes and names nobody: a noun that could stand for
  /// somebody named before may.
  private func namesNobodyBut(
    _ classes: ClassSet, _ phrase: Int32, _ sentence: Sentence
  ) -> Bool {
    guard phrase >= 0 else { return false }
    let chunk = sentence.chunks[Int(phrase)]
    guard chunk.classes.intersects(classes) else { return false }
    return (chunk.ownerStart..<chunk.ownerEnd).allSatisfy {
      let owner = sentence.owners[Int($0)]
      return owner.kind == .anaphor
        && owner.roles.isDisjoint(with: [
          .personPronoun, .thingPronoun, .pluralPronoun, .possessivePronoun, .groupBoth,
          .groupCountry,
        ])
    }
  }

  /// The states that a sentence names.
  private func named(in sentence: Sentence, _ resolver: ActorResolver) -> [ActorID] {
    var copy = resolver
    return sentence.chunks.indices.filter { sentence.chunks[$0].kind == .nounPhrase }
      .flatMap { rolled(copy.actors(of: $0, sentence)) }
  }
}

extension Filling {
  /// The same place with other actors; nothing without any.
  fileprivate func with(_ actors: [ActorID]) -> Filling {
    actors.isEmpty
      ? Filling() : Filling(actors: actors, first: first, last: last, usesAnaphor: usesAnaphor)
  }
}
