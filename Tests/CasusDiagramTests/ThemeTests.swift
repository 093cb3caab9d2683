import CasusModel
import Testing

@testable import CasusDiagram

@Suite struct ThemeTests {
  private static let names = ["light", "dark", "print"]
  private static let grounds: [Tone] = [.page, .band]

  @Test(arguments: names)
  func textAndMarksStandOut(name: String) throws {
    let theme = try DemoGraph.theme(name)
    let texts: [Tone] = [.ink, .quietInk, .role(.cooperationInk), .role(.conflictInk)]
    let marks = QuadClass.allCases.map(Tone.of) + [.neutral]
    for ground in Self.grounds {
      for (tones, least) in [(texts, 4.5), (marks, 3)] {
        for tone in tones {
          let contrast = ColorVision.contrast(theme.color(tone), theme.color(ground))
          #expect(contrast >= least, "\(name): \(tone) on \(ground)")
        }
      }
    }
  }

  @Test(arguments: names)
  func namesCanBeReadInsideTheirNodes(name: String) throws {
    let theme = try DemoGraph.theme(name)
    for kind in Actor.Kind.allCases {
      let inside = theme.color(RelationNode.fill(of: kind))
      #expect(ColorVision.contrast(theme.color(.ink), inside) >= 7)
    }
  }

  @Test(arguments: ["light", "dark"], ColorVision.allCases)
  func classesStayApartForEveryReader(name: String, vision: ColorVision) throws {
    let theme = try DemoGraph.theme(name)
    for a in QuadClass.allCases {
      for b in QuadClass.allCases where a.rawValue < b.rawValue {
        let distance = vision.distance(theme.color(.of(a)), theme.color(.of(b)))
        let least = a.isCooperation == b.isCooperation ? 15.0 : 60
        #expect(distance >= least, "\(name), \(vision): \(a) and \(b)")
      }
    }
  }

  @Test func printNeedsNoColour() throws {
    let theme = try DemoGraph.theme("print")
    for role in Tone.Role.allCases {
      let color = theme.color(.role(role))
      #expect(color.red == color.green && color.green == color.blue, "\(role)")
    }
    for quadClass in QuadClass.allCases {
      let isVerbal = [.verbalCooperation, .verbalConflict].contains(quadClass)
      #expect(theme.pattern(.of(quadClass)) == (isVerbal ? .striped : .solid))
    }
    let signs = ColorVision.normal.distance(theme.color(.cooperation), theme.color(.conflict))
    #expect(signs >= 40)
  }

  @Test(arguments: [
    ("page", "t.tsv:1: expected a role, one tab and a colour like #0072b2"),
    ("page\tred", "t.tsv:1: expected a role, one tab and a colour like #0072b2"),
    ("# note\nfoo\t#000000", "t.tsv:2: 'foo' is not a role; remove the line"),
    ("ink\t#000000\nink\t#000000", "t.tsv:2: 'ink' is given twice; remove one"),
    ("ink\t#000000\tdotted", "t.tsv:1: 'dotted' is no pattern; write solid or striped"),
  ])
  func faultsAreNamed(table: String, message: String) {
    let problem = #expect(throws: DiagramTheme.Problem.self) {
      try DiagramTheme(tsv: table, name: "t.tsv")
    }
    #expect(problem?.description == message)
  }

  @Test func missingRolesAreNamed() {
    let problem = #expect(throws: DiagramTheme.Problem.self) {
      try DiagramTheme(tsv: "page\t#ffffff")
    }
    #expect(problem?.description.contains("missing band, grid") == true)
  }
}
