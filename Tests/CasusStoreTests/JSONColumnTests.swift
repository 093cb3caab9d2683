import CasusModel
import Testing

@testable import CasusStore

/// What is written and read by hand is what the encoder and the decoder would make of it.
@Suite struct JSONColumnTests {
  private static let events = [
    StatedEvent(type: .consult, mode: nil, participants: ["source": ["RUS"], "target": ["PRK"]]),
    StatedEvent(
      type: .aid, mode: "arms-transfer",
      participants: [
        "recipient": ["UKR"], "source": ["USA", "USA.GOV.BIDEN"], "supplier": ["USA"],
        "target": ["UKR"],
      ]),
    StatedEvent(type: .protest, mode: nil, participants: ["source": ["ORG:The \"Two\""]]),
    StatedEvent(type: .protest, mode: nil, participants: ["source": ["ORG:Зірка"]]),
    StatedEvent(type: .accuse, mode: "a],", participants: ["source": ["ORG:[x],{y}", "ORG:,"]]),
    StatedEvent(type: .retreat, mode: nil, participants: [:]),
    StatedEvent(type: .retreat, mode: nil, participants: ["source": []]),
  ]

  @Test(arguments: events)
  func statedEvent(event: StatedEvent) throws {
    let text = try event.json()
    #expect(text == (try JSONColumn.encode(event)))
    #expect(try JSONColumn.stated(in: text) == event)
    if let plain = StatedEvent(plain: text) { #expect(plain == event) }
  }

  @Test func plainTextIsReadByHand() throws {
    #expect(StatedEvent(plain: try Self.events[0].json()) == Self.events[0])
    #expect(StatedEvent(plain: try Self.events[1].json()) == Self.events[1])
    for text in [
      "", "{}", #"{"type":"CONSULT"}"#, #"{"participants":{"source":["RUS"]},"type":"NOTHING"}"#,
      #"{"participants":{"source":["RUS"]},"type":"CONSULT"} "#,
      #"{"participants":{"source":["\u0052"]},"type":"CONSULT"}"#,
    ] {
      #expect(StatedEvent(plain: text) == nil, "\(text)")
    }
  }
}
