import Yams

/// What a YAML file says at one place.
struct YAMLNode: Equatable {
  /// A text, a list, or pairs in the order of the file.
  enum Content: Equatable {
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([Pair])
  }

  /// A key with its value.
  struct Pair: Equatable {
    var key: String
    var value: YAMLNode
  }

  let content: Content
  /// Where it begins, counted from 1.
  let line: Int

  init(_ content: Content, line: Int) {
    self.content = content
    self.line = line
  }

  /// Reads YAML of any kind; `nil` when the text holds nothing.
  /// - Throws: `YamlError` where it is no YAML.
  static func reading(_ text: String) throws -> YAMLNode? {
    // Scalars are read as text; resolving their tags by regular expressions would be lost work.
    try Yams.compose(yaml: text, .basic).map { YAMLNode($0) }
  }

  /// Takes over what Yams read, with the empty key for one that is no scalar.
  private init(_ node: Node) {
    line = node.mark?.line ?? 0
    switch node {
    case .scalar(let scalar): content = .scalar(scalar.string, isPlain: scalar.style == .plain)
    case .sequence(let sequence): content = .sequence(sequence.map { YAMLNode($0) })
    case .mapping(let mapping):
      content = .mapping(
        mapping.map { Pair(key: $0.key.scalar?.string ?? "", value: YAMLNode($0.value)) })
    case .alias: content = .scalar("", isPlain: true)
    }
  }
}
