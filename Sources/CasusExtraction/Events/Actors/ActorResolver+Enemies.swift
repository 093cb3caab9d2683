import CasusKnowledge
import CasusModel

// Whom the press of a country at war calls "the enemy" without a name.
extension ActorResolver {
  /// "Ворог обстріляв Суми": whom the press means that calls someone the enemy of a side, else whoever
  /// fights that side in the article.
  func enemy(of side: [ActorID]) -> [ActorID] {
    let standing = standingEnemy(of: side)
    return standing.isEmpty ? discourse.opponent(of: side) : standing
  }

  /// The enemy that a side has in every article of its press.
  func standingEnemy(of side: [ActorID]) -> [ActorID] {
    other(than: side, own: 0)
  }

  /// "Прикордонники знищили російський танк": the press's own side, where forces without a name fight
  /// its enemy.
  func ownSide(against side: [ActorID]) -> [ActorID] {
    other(than: side, own: 1)
  }

  /// The press's own side and its enemy, if one of them is named or the article has told of one.
  func warOfPress(_ named: [ActorID]) -> (own: ActorID, enemy: ActorID)? {
    let names = lexicon.enemies
    for pair in stride(from: 0, to: names.count - 1, by: 2) {
      let (own, enemy) = (ActorID(rawValue: names[pair]), ActorID(rawValue: names[pair + 1]))
      let isTold = discourse.states.contains(own) || discourse.states.contains(enemy)
      if isTold || named.contains(own) || named.contains(enemy) { return (own, enemy) }
    }
    return nil
  }

  private func other(than side: [ActorID], own position: Int) -> [ActorID] {
    let names = lexicon.enemies
    for pair in stride(from: 0, to: names.count - 1, by: 2)
    where side.contains(ActorID(rawValue: names[pair + position])) {
      return [ActorID(rawValue: names[pair + 1 - position])]
    }
    return []
  }
}
