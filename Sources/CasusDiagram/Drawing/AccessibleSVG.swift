import Foundation

/// Completes Graphviz's SVG: a language, a title and a description for the picture, sentences
/// instead of node names for its parts, and font names that browsers know.
enum AccessibleSVG {
  static func finished(_ picture: Data, source: DiagramSource) -> Data {
    var output: [String] = []
    var isRootOpen = false
    var gradients: [Substring: String] = [:]
    for line in String(decoding: picture, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("<!-- "), line.hasSuffix(" -->") { continue }
      if line.hasPrefix("<svg ") { isRootOpen = true }
      if isRootOpen, line.hasSuffix(">") {
        isRootOpen = false
        output.append(opened(line, source: source))
        continue
      }
      if line.hasPrefix("<title>"), line.hasSuffix("</title>") {
        let name = plain(line.dropFirst(7).dropLast(8))
        let text = source.tooltips[name] ?? ""
        if !text.isEmpty { output.append("<title>\(escaped(text))</title>") }
        continue
      }
      output.append(withKnownFonts(renumbered(line, &gradients)))
    }
    return Data(output.joined(separator: "\n").utf8)
  }

  /// The last line of the root's start tag with the attributes and elements that it lacks.
  private static func opened(_ line: Substring, source: DiagramSource) -> String {
    let language = escaped(source.language)
    return """
      \(line.dropLast()) role="img" lang="\(language)" xml:lang="\(language)" \
      aria-labelledby="casus-title casus-summary">
      <title id="casus-title">\(escaped(source.title))</title>
      <desc id="casus-summary">\(escaped(source.summary))</desc>
      """
  }

  /// `DejaVu Sans Bold` is a family to Graphviz only; Verdana has the same widths.
  private static func withKnownFonts(_ line: some StringProtocol) -> String {
    guard line.hasPrefix("<text ") else { return String(line) }
    return String(line).replacing(
      "font-family=\"DejaVu Sans Bold\"",
      with: "font-family=\"DejaVu Sans,Verdana,sans-serif\" font-weight=\"bold\""
    )
    .replacing(
      "font-family=\"DejaVu Sans\"", with: "font-family=\"DejaVu Sans,Verdana,sans-serif\"")
  }

  /// Graphviz numbers gradients through the life of a process; a picture numbers its own.
  private static func renumbered(_ line: Substring, _ numbers: inout [Substring: String])
    -> Substring
  {
    for (before, after) in [("id=\"l_", "\""), ("url(#l_", ")")] {
      guard let start = line.firstRange(of: before)?.upperBound,
        let end = line[start...].firstRange(of: after)?.lowerBound
      else { continue }
      let number = numbers[line[start..<end]] ?? String(numbers.count)
      numbers[line[start..<end]] = number
      return line[..<start] + number + line[end...]
    }
    return line
  }

  private static func plain(_ name: Substring) -> String {
    String(name).replacing("&#45;", with: "-").replacing("&gt;", with: ">")
  }

  /// Text for SVG and HTML, inside elements and in quoted attributes.
  ///
  /// It goes by Unicode scalars: as characters, a quote with a combining mark after it is no quote.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in DOTText.cleaned(text).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
