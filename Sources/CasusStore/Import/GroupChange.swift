/// What new statements make of the part of a group that they concern: all that is to be written.
struct GroupChange {
  /// Events that are new or have other statements than before.
  var events: [Told] = []
  /// Events that are no more, in the order of their keys.
  var gone: [(key: Int64, row: EventRow)] = []

  /// An event and what is known of it before it is written.
  struct Told {
    let merged: EventMerger.Merged
    /// How many independent sources it has.
    let sources: Int
    /// The event as it stands; `nil` for a new one.
    let known: Known?
  }

  /// An event of the table.
  struct Known {
    let key: Int64
    let row: EventRow
    /// Whether its actors surely are those that it had.
    let keepsSides: Bool
  }
}
