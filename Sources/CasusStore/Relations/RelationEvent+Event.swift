import CasusModel

extension RelationEvent {
  /// An event as the relations of a pair depend on it.
  convenience init(_ event: Event, pair: ActorPair, triggers: TriggerKinds) {
    let dyads = Set(event.dyads)
    let back = ActorPair(pair.second, pair.first)
    func gives(_ giver: ActorID, _ receiver: ActorID) -> Bool {
      (event.roles["supplier"] ?? []).contains { $0.rolledUp == giver }
        && (event.roles["recipient"] ?? []).contains { $0.rolledUp == receiver }
    }
    self.init(
      id: event.id, type: event.type, mode: event.mode, date: event.date, status: event.status,
      isContested: event.isContested, isForward: dyads.contains(pair),
      isBackward: dyads.contains(back), givesForward: gives(pair.first, pair.second),
      givesBackward: gives(pair.second, pair.first), place: event.place.map(triggers.place))
  }
}
