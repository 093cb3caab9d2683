/// The colours and patterns of a picture: `Data/Themes/<name>.tsv`.
public struct DiagramTheme: Hashable, Sendable {
  /// What is wrong with a table of colours, as `name:line: what`.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The whole message.
    public let description: String
  }

  /// How the inside of a mark is drawn.
  enum Pattern: String, Hashable, Sendable {
    /// All of it in the colour of its role.
    case solid
    /// In stripes of the colour and the page, or one half of a disc.
    case striped
  }

  private let colors: [Tone.Role: Color]
  private let patterns: [Tone.Role: Pattern]

  /// Reads a table: a role, a tab, a colour as `#rrggbb` and, where the inside of marks is not
  /// solid, a tab and a pattern; `#` and a space start a comment line.
  /// - Parameters:
  ///   - tsv: The table.
  ///   - name: What to call it in messages, such as its path.
  /// - Throws: `Problem` for a line that cannot be read, an unknown role or a missing one.
  public init(tsv: String, name: String = "theme.tsv") throws {
    var colors: [Tone.Role: Color] = [:]
    var patterns: [Tone.Role: Pattern] = [:]
    let lines = tsv.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("# ") {
      let place = "\(name):\(number + 1)"
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard (2...3).contains(cells.count), let color = Color(text: cells[1]) else {
        throw Problem(description: "\(place): expected a role, one tab and a colour like #0072b2")
      }
      guard let role = Tone.Role(rawValue: String(cells[0])) else {
        throw Problem(description: "\(place): '\(cells[0])' is not a role; remove the line")
      }
      guard colors.updateValue(color, forKey: role) == nil else {
        throw Problem(description: "\(place): '\(cells[0])' is given twice; remove one")
      }
      guard cells.count == 3 else { continue }
      guard let pattern = Pattern(rawValue: String(cells[2])) else {
        throw Problem(description: "\(place): '\(cells[2])' is no pattern; write solid or striped")
      }
      patterns[role] = pattern
    }
    let missing = Tone.Role.allCases.filter { colors[$0] == nil }.map(\.rawValue)
    guard missing.isEmpty else {
      throw Problem(
        description: "\(name): missing \(missing.joined(separator: ", ")); add a line for each")
    }
    self.colors = colors
    self.patterns = patterns
  }

  /// The colour of a tone.
  func color(_ tone: Tone) -> Color {
    switch tone {
    case .role(let role): colors[role] ?? Color(0)
    case .mixed(let first, let share, let second): color(first).mixed(share, with: color(second))
    }
  }

  /// How a mark of a tone is filled.
  func pattern(_ tone: Tone) -> Pattern {
    if case .role(let role) = tone { patterns[role] ?? .solid } else { .solid }
  }
}
