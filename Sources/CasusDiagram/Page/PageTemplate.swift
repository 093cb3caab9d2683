/// The page without its content: `Data/Page`.
public struct PageTemplate: Hashable, Sendable {
  /// The scripts, in the order in which they run as one.
  public static let scripts = [
    "data.js", "filter.js", "picture.js", "list.js", "brush.js", "panel.js", "address.js",
    "controls.js", "start.js",
  ]

  /// The HTML, with `{{name}}` where content goes and `{{word key}}` where a word goes.
  let html: String
  /// The style sheet.
  let style: String
  /// The scripts, closed off from each other's browser and the names of its own.
  let script: String

  /// Reads the template.
  /// - Parameter read: Gives the text of a file of the template by its name.
  /// - Throws: What `read` throws.
  public init(read: (String) throws -> String) rethrows {
    html = try read("page.html")
    style = try read("page.css")
    let parts = try Self.scripts.map { try "// \($0)\n" + read($0) }
    script = "\"use strict\";\n(() => {\n" + parts.joined(separator: "\n") + "})();\n"
  }

  /// A place in the template that nothing fills.
  public struct UnknownPlace: Error, Hashable, Sendable, CustomStringConvertible {
    /// The whole message.
    public let description: String
  }

  /// The HTML with everything in place; what is filled in is not looked at again.
  /// - Parameters:
  ///   - content: HTML by name.
  ///   - words: Plain text by key.
  /// - Returns: The whole page.
  /// - Throws: `UnknownPlace` for a name or a key that is not given.
  func filled(_ content: [String: String], words: [String: String]) throws(UnknownPlace) -> String {
    var result = ""
    var rest = html[...]
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      result += rest[..<open.lowerBound]
      let name = rest[open.upperBound..<close.lowerBound]
      if name.hasPrefix("word "), let text = words[String(name.dropFirst(5))] {
        result += AccessibleSVG.escaped(text)
      } else if let text = content[String(name)] {
        result += text
      } else {
        throw UnknownPlace(
          description: "Page/page.html: nothing to put in place of {{\(name)}}; correct the name")
      }
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}
