/// An actor of the registry: a state, an organisation, an armed group or a person.
public struct Actor: Hashable, Codable, Sendable, Identifiable {
  /// What an actor is.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    /// A state, recognised or not by all.
    case state
    /// A part of a state's government: an army, a ministry, a parliament.
    case government
    /// An international organisation or bloc.
    case organisation
    /// An armed group or self-proclaimed entity.
    case group
    /// A firm.
    case company
    /// A non-governmental organisation.
    case ngo
    /// A person.
    case person
    /// A news organisation; it is quoted, it never acts.
    case medium
    /// A diffuse collective such as the West.
    case collective
  }

  /// The identifier.
  public var id: ActorID
  /// What the actor is.
  public var kind: Kind
  /// The display name in each language, by BCP 47 code.
  public var names: [String: String]
  /// The actor this one belongs to, if any.
  public var parent: ActorID?

  /// Makes an actor from its parts.
  public init(id: ActorID, kind: Kind, names: [String: String], parent: ActorID? = nil) {
    self.id = id
    self.kind = kind
    self.names = names
    self.parent = parent
  }

  /// The display name in a language, else in English, else any, else what the identifier says.
  public func name(in language: String) -> String {
    names[language] ?? names["en"] ?? names.sorted { $0.key < $1.key }.first?.value ?? id.plainName
  }
}
