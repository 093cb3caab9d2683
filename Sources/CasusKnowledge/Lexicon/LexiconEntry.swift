/// One meaning of a word or phrase.
public struct LexiconEntry: Sendable {
  /// What the meaning refers to.
  public enum Kind: UInt8, Sendable {
    /// A closed-class word; `roles` says which.
    case function
    /// An actor; `index` is its position in the registry.
    case actor
    /// Several actors at once; `index` is the position among the registry's collectives.
    case collective
    /// A place; `index` is its position in the gazetteer.
    case place
    /// A verb or predicative adjective of a frame; `index` is the frame's position.
    case verb
    /// An event noun of a frame.
    case eventNoun
    /// A member of a noun class; `index` is the class number.
    case noun
  }

  /// Which capitals the text must show.
  public enum Capitals: UInt8, Sendable {
    case any
    /// The first word starts with a capital.
    case initial
    /// The last word starts with a capital.
    case last
    /// Every letter is a capital.
    case all
  }

  /// What the meaning refers to.
  public var kind: Kind
  /// The position or number that `kind` explains.
  public var index: Int32 = 0
  /// Closed classes.
  public var roles: WordRole = []
  /// Grammatical features of the form.
  public var features: FormFeatures = []
  /// How an actor's name is used.
  public var marks: ActorName.Marks = []
  /// Which capitals the first word must show.
  public var capitals: Capitals = .any

  /// Whether an event noun is made of a verb, whose frames hold for what stands behind "of": "closure" of "close".
  @inlinable public var isNominalisation: Bool {
    kind == .eventNoun && features.contains(.gerund)
  }

  /// Writes every field to a place and leaves what lies between them alone.
  func write(to place: UnsafeMutablePointer<LexiconEntry>) {
    place.pointee.kind = kind
    place.pointee.index = index
    place.pointee.roles = roles
    place.pointee.features = features
    place.pointee.marks = marks
    place.pointee.capitals = capitals
  }
}
