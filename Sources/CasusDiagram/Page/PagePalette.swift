import CasusModel

/// The colours that page and picture share, and what becomes of them on a dark screen.
struct PagePalette {
  let css: String

  /// Compares a diagram with the same one in dark colours, colour by colour.
  init(light: DiagramSource, dark: DiagramSource?) {
    let theme = light.theme
    var css = ":root{"
    for quadClass in QuadClass.allCases {
      css += "--\(quadClass.rawValue):\(theme.color(.of(quadClass)).text);"
    }
    css += "}\n"
    if let dark {
      var pairs: [String: String] = [:]
      for (before, after) in zip(Self.colors(of: light.dot), Self.colors(of: dark.dot)) {
        pairs[before] = pairs[before] ?? after
      }
      css += Self.rules(pairs, dark.theme)
    }
    self.css = css
  }

  private static func rules(_ pairs: [String: String], _ theme: DiagramTheme) -> String {
    var css = "@media screen and (prefers-color-scheme:dark){\n:root{"
    for quadClass in QuadClass.allCases {
      css += "--\(quadClass.rawValue):\(theme.color(.of(quadClass)).text);"
    }
    css += "}\n"
    for (before, after) in pairs.sorted(by: { $0.key < $1.key }) where before != after {
      for property in ["fill", "stroke", "stop-color"] {
        css += ".sheet [\(property)=\"\(before)\"]{\(property):\(after)}\n"
      }
    }
    return css + "}\n"
  }

  /// The colours of a DOT text, in its order.
  private static func colors(of dot: String) -> [String] {
    var result: [String] = []
    let bytes = Array(dot.utf8)
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "#")) {
      let digits = bytes[(start + 1)...].prefix(6)
      if digits.count == 6, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) {
        result.append("#" + String(decoding: digits, as: UTF8.self))
      }
      index = start + 1
    }
    return result
  }
}
