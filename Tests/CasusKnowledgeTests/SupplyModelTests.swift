import CasusModel
import Testing

@testable import CasusKnowledge

/// Who is supplied as the side that a sentence leaves out, and what is wrong with a table of weights.
struct SupplyModelTests {
  @Test func addsWeightsAsLogOdds() throws {
    let folder = try DataFolder()
    var problems: [DataProblem] = []
    let model = SupplyModel.load(from: folder.directory, problems: &problems)
    #expect(problems == [])
    #expect(model.least == 0.5)
    #expect(model.supplies(.target, of: .accuse))
    // 1 / (1 + e^0.5) and 1 / (1 + e^-1.5), in hundredths.
    #expect(model.probability(of: .target, of: .accuse, given: [:]) == 0.38)
    #expect(model.probability(of: .target, of: .accuse, given: [.mostNamed: 1]) == 0.82)
    #expect(model.probability(of: .target, of: .accuse, given: [.namedNearby: 1]) == 0.38)
  }

  @Test func suppliesOnlyWhatHasARow() throws {
    let folder = try DataFolder()
    var problems: [DataProblem] = []
    let model = SupplyModel.load(from: folder.directory, problems: &problems)
    for (side, type) in [(EventSide.source, EventType.accuse), (.target, .assault)] {
      #expect(!model.supplies(side, of: type))
      #expect(model.probability(of: side, of: type, given: [.mostNamed: 1]) == 0)
    }
  }

  @Test func shippedWeightsPreferTheOneInTheSameQuarrel() {
    let model = ShippedData.knowledge.supply
    let named: SupplyModel.Signals = [.mentionShare: 0.4, .namedNearby: 1]
    var opponent = named
    opponent[.sameQuarrel] = 1
    opponent[.quarrelShare] = 1
    var bystander = named
    bystander[.sentenceNamesOthers] = 1
    let sides = EventType.allCases.flatMap { type in EventSide.allCases.map { ($0, type) } }
      .filter { model.supplies($0, of: $1) }
    #expect(sides.count >= 6)
    for (side, type) in sides {
      let plain = model.probability(of: side, of: type, given: named)
      #expect(model.probability(of: side, of: type, given: opponent) > plain + 0.1)
      #expect(model.probability(of: side, of: type, given: bystander) < plain)
    }
  }

  @Test(arguments: [
    ("rumour\t1\t", "Confidence/supply.tsv:2: unknown signal 'rumour'; known: base, least,"),
    ("ACCUSE\t1\t", "Confidence/supply.tsv:2: unknown signal 'ACCUSE'; known: base, least,"),
    ("base\tmuch\t", "Confidence/supply.tsv:2: the weight 'much' of 'base' is no number"),
    ("least\t0.5\t", "Confidence/supply.tsv: no weight for 'most-named'"),
  ])
  func reportsFaults(row: String, report: String) throws {
    let folder = try DataFolder(replacing: [
      "Confidence/supply.tsv": "signal\tweight\tmeaning\n" + row + "\n"
    ])
    #expect(folder.faults.contains { $0.hasPrefix(report) })
  }
}
