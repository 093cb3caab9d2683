extension [ActorID: Actor] {
  /// What some actors are, if they are all of one kind.
  package func commonKind(of ids: [ActorID]) -> Actor.Kind? {
    let kinds = Set(ids.map { self[$0]?.kind })
    return kinds.count == 1 ? kinds.first.flatMap(\.self) : nil
  }
}
