public import CasusModel

/// Actors with a cloud behind them.
struct RelationGroup {
  /// What they belong to; `nil` for those who act together without a name for it.
  var bloc: ActorID?
  /// The actors, none of them in another group.
  var actors: [ActorID]
}

extension RelationDiagram {
  /// What clouds stand behind.
  public enum Groups: Hashable, Sendable {
    /// No clouds.
    case none
    /// Actors that act together, as their events show.
    case communities
    /// Members of the same bloc.
    case blocs([Bloc])
  }
}

extension RelationGroup {
  /// The most clouds that can be told apart.
  private static let maximum = 6

  /// The blocs of which most actors are members, an actor in the largest of its own.
  /// - Parameters:
  ///   - blocs: What there is.
  ///   - actors: Who is drawn.
  ///   - days: The time shown.
  /// - Returns: The blocs with at least two actors, the largest first.
  static func groups(of blocs: [Bloc], among actors: [ActorID], on days: ClosedRange<Int>)
    -> [RelationGroup]
  {
    var rest = Set(actors)
    var groups: [RelationGroup] = []
    var members = blocs.map { bloc in (bloc: bloc.id, actors: Set(bloc.members(on: days))) }
    while groups.count < maximum {
      let sizes = members.map { $0.actors.intersection(rest).count }
      guard let most = sizes.max(), most > 1, let index = sizes.firstIndex(of: most) else { break }
      let found = members.remove(at: index)
      let own = found.actors.intersection(rest)
      groups.append(RelationGroup(bloc: found.bloc, actors: own.sorted()))
      rest.subtract(own)
    }
    return groups
  }
}
