import CasusModel
import Testing

/// Where the verb stands second or last, who acts on whom does not depend on the order.
@Suite struct VerbSecondTests {
  @Test(arguments: [
    "Russland griff Georgien an.",
    "Am Montag griff Russland Georgien mit Raketen an.",
    "Russland hat Georgien am Montag angegriffen.",
    "In der Nacht hat Russland erneut Georgien angegriffen.",
    "Georgien wurde am Montag von Russland angegriffen.",
    "Georgien ist von Russland angegriffen worden.",
    "Den georgischen Hafen griff Russland an.",
    "Nachdem Russland Georgien angegriffen hatte, war es still.",
    "Raketen, mit denen Russland Georgien angriff, waren alt.",
    "Russland, das Georgien angegriffen hat, schweigt.",
    "Der Angriff Russlands auf Georgien dauerte fünf Tage.",
    "Russlands Angriff auf Georgien dauerte fünf Tage.",
    "Der Angriff der russischen Armee auf Georgien dauerte fünf Tage.",
  ])
  func theOrderDoesNotMatter(text: String) {
    let lines = Reading.lines(of: Reading.statements(in: text, "de"))
    #expect(lines == ["RUS ASSAULT GEO occurred"])
  }

  @Test(arguments: [
    ("Russland wird Georgien angreifen.", "RUS ASSAULT GEO planned"),
    ("Russland könnte Georgien angreifen.", "RUS ASSAULT GEO hypothetical"),
    ("Russland würde Georgien angreifen.", "RUS ASSAULT GEO hypothetical"),
    ("Russland hat Georgien nicht angegriffen.", "RUS ASSAULT GEO denied"),
    ("Russland soll Georgien angegriffen haben.", "RUS ASSAULT GEO occurred"),
    (
      "Der Kreml sagte, dass Georgien Abchasien angegriffen habe.",
      "GEO ASSAULT ORG:Abkhazia occurred per RUS"
    ),
    (
      "Georgien habe Abchasien angegriffen, sagte ein Sprecher des Kremls.",
      "GEO ASSAULT ORG:Abkhazia occurred per RUS"
    ),
  ])
  func theWholeVerbSaysWhetherItHappened(text: String, line: String) {
    #expect(Reading.lines(of: Reading.statements(in: text, "de")) == [line])
  }

  @Test func evidenceStaysAsWritten() throws {
    let text = "Am Montag griff Russland den Hafen von Batumi in Georgien mit Raketen an."
    let statement = try #require(Reading.statements(in: text, "de").first)
    let evidence = statement.evidence
    let bytes = Array(text.utf8)[evidence.start..<evidence.end]
    #expect(evidence.text == String(decoding: bytes, as: UTF8.self))
    #expect(evidence.text == "griff Russland den Hafen von Batumi in Georgien mit Raketen an")
  }
}
