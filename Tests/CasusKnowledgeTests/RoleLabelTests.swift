import CasusData
import CasusModel
import CasusTestSupport
import Testing

@testable import CasusKnowledge

/// What an event is called says who supplies and who receives.
struct RoleLabelTests {
  private static let catalog: EventCatalog = {
    var problems: [DataProblem] = []
    return EventCatalog.load(from: DataDirectory(url: Checkout.data), problems: &problems)
  }()

  private func trade(_ roles: [String: [ActorID]]) -> Event {
    Event(
      id: "", type: .cooperate, mode: "arms-transfer", source: ["RUS.GOV.PUTIN"], target: ["PRK"],
      roles: roles, date: nil, dateBasis: .none, status: .occurred, isContested: false,
      confidence: 1, evidence: [])
  }

  @Test(arguments: [
    (["supplier": ["PRK"], "recipient": ["RUS"]], "buys arms from"),
    (["supplier": ["RUS"], "recipient": ["PRK"]], "sells arms to"),
    // Nobody knows who sold, or both did.
    ([:], "trades arms with"),
    (["supplier": ["RUS", "PRK"], "recipient": ["RUS", "PRK"]], "trades arms with"),
  ])
  func labelFollowsTheRoleOfTheSource(roles: [String: [ActorID]], label: String) {
    #expect(Self.catalog.label(of: trade(roles), language: "en") == label)
  }

  @Test func verbAgreesWithWhoIsNamed() {
    let event = trade(["supplier": ["PRK"], "recipient": ["RUS"]])
    #expect(
      Self.catalog.label(of: event, language: "de", subjects: ["RUS", "IRN"]) == "kaufen Waffen"
    )
  }
}
