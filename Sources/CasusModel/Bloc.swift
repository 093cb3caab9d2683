/// An alliance, a union or a club of states, with its members.
public struct Bloc: Hashable, Sendable {
  /// One member's time in it.
  public struct Membership: Hashable, Sendable {
    /// The member.
    public var member: ActorID
    /// From accession to withdrawal.
    public var validity: EDTF

    /// Makes a membership from its parts.
    public init(member: ActorID, validity: EDTF) {
      self.member = member
      self.validity = validity
    }
  }

  /// The bloc itself, an actor too.
  public var id: ActorID
  /// Its members, in the order of the data.
  public var memberships: [Membership]

  /// Makes a bloc from its parts.
  public init(id: ActorID, memberships: [Membership]) {
    self.id = id
    self.memberships = memberships
  }

  /// The bloc and those who belonged to it on some of the given days.
  public func members(on days: ClosedRange<Int>) -> [ActorID] {
    [id]
      + memberships.filter {
        $0.validity.lowerBound <= days.upperBound && $0.validity.upperBound >= days.lowerBound
      }.map(\.member)
  }
}
