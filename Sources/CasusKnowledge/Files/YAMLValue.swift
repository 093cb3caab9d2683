import Foundation
import Yams

/// A node of a YAML file that knows its file and line, so that every fault can be located.
struct YAMLValue {
  let node: YAMLNode
  let file: String

  /// Reads a file; a syntax error is reported and gives `nil`.
  static func read(_ url: URL, name: String, problems: inout [DataProblem]) -> YAMLValue? {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      problems.append(DataProblem(file: name, line: 0, message: "cannot be read as UTF-8"))
      return nil
    }
    do {
      return try (PlainYAML.node(of: text) ?? YAMLNode.reading(text)).map {
        YAMLValue(node: $0, file: name)
      }
    } catch let error as YamlError {
      let (line, message) = describe(error)
      problems.append(DataProblem(file: name, line: line, message: message))
    } catch {
      problems.append(DataProblem(file: name, line: 0, message: "\(error)"))
    }
    return nil
  }

  private static func describe(_ error: YamlError) -> (Int, String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, "not valid YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, _):
      (0, "the same key twice: \(duplicates.map(\.description).sorted().joined(separator: ", "))")
    default: (0, "not valid YAML: \(error)")
    }
  }

  /// The line, counted from 1.
  var line: Int { node.line }

  /// The scalar's text.
  var string: String? {
    guard case .scalar(let text, _) = node.content else { return nil }
    return text
  }

  /// Whether the scalar is `null`, `~` or empty.
  var isNull: Bool {
    guard case .scalar(let text, let isPlain) = node.content else { return false }
    return isPlain && ["", "null", "~"].contains(text)
  }

  /// The scalar as a number.
  var double: Double? { string.flatMap(Double.init) }

  /// The scalar as a truth value.
  var bool: Bool? {
    switch string {
    case "true", "yes": true
    case "false", "no": false
    default: nil
    }
  }

  /// The items of a sequence; a scalar counts as a sequence of one.
  var items: [YAMLValue] {
    if case .sequence(let items) = node.content {
      return items.map { YAMLValue(node: $0, file: file) }
    }
    return isNull ? [] : [self]
  }

  /// The scalars of a sequence.
  var strings: [String] { items.compactMap(\.string) }

  /// The pairs of a mapping in file order.
  var pairs: [(key: String, value: YAMLValue)] {
    guard case .mapping(let pairs) = node.content else { return [] }
    return pairs.map { ($0.key, YAMLValue(node: $0.value, file: file)) }
  }

  /// The value of a key.
  subscript(_ key: String) -> YAMLValue? {
    guard case .mapping(let pairs) = node.content else { return nil }
    return pairs.first { $0.key == key }.map { YAMLValue(node: $0.value, file: file) }
  }

  /// A fault at this node.
  func problem(_ message: String) -> DataProblem {
    DataProblem(file: file, line: line, message: message)
  }

  /// A mapping of language codes to labels.
  var labels: [String: String] {
    Dictionary(
      pairs.compactMap { pair in pair.value.string.map { (pair.key, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
