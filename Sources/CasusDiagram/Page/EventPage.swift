public import CasusModel
public import Foundation

/// One self-contained web page around a diagram: filters, a list of events, and their evidence.
///
/// It loads nothing: a policy in it forbids all but its own script and style sheet.
public struct EventPage: Sendable {
  /// What the picture on the page is.
  public enum Kind: String, Sendable {
    /// A `TimelineDiagram`.
    case timeline
    /// A `RelationDiagram`.
    case relations
  }

  private let kind: Kind
  private let words: [String: String]
  private let template: PageTemplate
  private let wording: EventWording
  private let builder: PageDataBuilder

  /// Prepares a page.
  /// - Parameters:
  ///   - kind: What the picture is.
  ///   - graph: The events of the picture.
  ///   - catalog: The labels of types and relation kinds.
  ///   - words: The words of diagrams in the language of the labels.
  ///   - pageWords: The words of the page in the same language.
  ///   - template: The page without its content.
  ///   - language: The language of the labels, as a BCP 47 code.
  public init(
    _ kind: Kind, graph: EventGraph, catalog: EventCatalog, words: DiagramWords,
    pageWords: PageWords, template: PageTemplate, language: String
  ) {
    self.kind = kind
    self.template = template
    wording = EventWording(graph: graph, catalog: catalog, words: words, language: language)
    self.words = pageWords.texts.merging(words.forPage) { own, _ in own }
    builder = PageDataBuilder(graph: graph, catalog: catalog, wording: wording)
  }

  /// The page as one file.
  /// - Parameters:
  ///   - source: The diagram.
  ///   - picture: What Graphviz drew from it as SVG, as it came.
  ///   - dark: The same diagram in the colours of dark screens, where there is one.
  /// - Returns: HTML in UTF-8; equal input gives equal bytes.
  /// - Throws: `PageTemplate.UnknownPlace` for a faulty template, `InlineSVG.Malformed` for a
  ///   picture that is not SVG.
  public func html(of source: DiagramSource, picture: Data, dark: DiagramSource? = nil) throws
    -> Data
  {
    let drawing = try InlineSVG(picture, source: source)
    let palette = PagePalette(light: source, dark: dark)
    let style = palette.css + template.style
    let data = builder.data(
      kind: kind.rawValue, words: words, subjects: drawing.subjects)
    let content = [
      "language": AccessibleSVG.escaped(wording.language), "kind": kind.rawValue,
      "title": AccessibleSVG.escaped(source.title),
      "summary": AccessibleSVG.escaped(source.summary.capitalizedStart), "picture": drawing.text,
      "style": style, "script": template.script,
      "policy": Self.policy(script: template.script, style: style),
      "data": try Self.inert(data),
    ]
    return Data(try template.filled(content, words: words).utf8)
  }

  /// What the browser may do: run this script, use this style sheet, and nothing else.
  static func policy(script: String, style: String) -> String {
    """
    default-src 'none'; script-src '\(hash(script))'; style-src '\(hash(style))'; \
    img-src data:; base-uri 'none'; form-action 'none'
    """
  }

  /// The hash of an inline script or style sheet (Content Security Policy, level 3).
  private static func hash(_ text: String) -> String {
    let digits = Array(ContentHash.hex(of: text.utf8))
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
    return "sha256-" + Data(bytes).base64EncodedString()
  }

  /// JSON in which nothing can end the element around it or begin another.
  static func inert(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes: [UInt8] = []
    for byte in try encoder.encode(value) {
      switch byte {
      case UInt8(ascii: "<"): bytes += #"\u003c"#.utf8
      case UInt8(ascii: ">"): bytes += #"\u003e"#.utf8
      case UInt8(ascii: "&"): bytes += #"\u0026"#.utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension DiagramWords {
  /// The words that the page shares with the picture, by the page's keys.
  var forPage: [String: String] {
    var texts: [String: String] = [
      "undated": self[.undated], "count.events": self[.events],
      "status.contested": self[.contested],
    ]
    for quadClass in QuadClass.allCases {
      texts["quad." + quadClass.rawValue] = self[quadClass.word]
    }
    for status in EventStatus.allCases { texts["status." + status.rawValue] = self[status.word] }
    return texts
  }
}
