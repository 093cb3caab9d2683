public import CasusKnowledge
public import CasusModel
import Foundation

/// Finds actors by identifier or by a name in any language.
public struct ActorDirectory: Sendable {
  private let ids: Set<ActorID>
  /// Actors by name without case and accents; `nil` for names of several.
  private let byName: [String: ActorID?]

  /// Indexes the names of a registry, adjectives and inflected forms included.
  public init(_ registry: ActorRegistry) {
    ids = Set(registry.entries.map(\.actor.id))
    var byName: [String: ActorID?] = [:]
    for entry in registry.entries {
      for name in entry.names.values.joined() where !name.marks.contains(.shortForm) {
        for form in [name.text] + name.forms {
          let key = Self.folded(form)
          if let known = byName[key], known != entry.actor.id {
            byName[key] = .some(nil)
          } else {
            byName[key] = entry.actor.id
          }
        }
      }
    }
    self.byName = byName
  }

  /// The actor of an identifier or name; `nil` when there is none, or more than one.
  public func actor(_ text: String) -> ActorID? {
    let id = ActorID(rawValue: text)
    if ids.contains(id) { return id }
    return byName[Self.folded(text)] ?? nil
  }

  private static func folded(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .split { $0.isWhitespace }.joined(separator: " ")
  }
}
