import CasusModel
import Testing

@testable import CasusKnowledge

/// How sure findings are, and what is wrong with a table of weights.
struct ConfidenceModelTests {
  @Test func shippedWeightsTakeTheDoubtfulForLessSure() {
    let model = ShippedData.knowledge.confidence
    for type in EventType.allCases {
      let plain = model.confidence(of: type, in: [])
      #expect((0.5..<1).contains(plain))
      #expect(model.confidence(of: type, in: .anaphor) < plain)
      #expect(model.confidence(of: type, in: [.anaphor, .crowded]) < plain - 0.1)
      #expect((plain * 100).rounded() / 100 == plain)
    }
  }

  @Test func addsWeightsAsLogOdds() throws {
    let folder = try DataFolder()
    var problems: [DataProblem] = []
    let model = ConfidenceModel.load(from: folder.directory, problems: &problems)
    #expect(problems == [])
    // 1 / (1 + e^-1), e^-0.5, e^0 and e^2, in hundredths.
    #expect(model.confidence(of: .aid, in: []) == 0.73)
    #expect(model.confidence(of: .aid, in: .nominal) == 0.62)
    #expect(model.confidence(of: .aid, in: [.nominal, .heading]) == 0.5)
    let all = Circumstances(rawValue: (1 << UInt32(Circumstances.names.count)) - 1)
    #expect(all.names == Circumstances.names)
    #expect(model.confidence(of: .aid, in: all) == 0)
  }

  @Test(arguments: [
    ("mood\t1\t", "Confidence/weights.tsv:2: unknown circumstance 'mood'; known: base,"),
    ("base\tmuch\t", "Confidence/weights.tsv:2: the weight 'much' of 'base' is no number"),
    ("base\tnan\t", "Confidence/weights.tsv:2: the weight 'nan' of 'base' is no number"),
    ("nominal\t1\t", "Confidence/weights.tsv: no weight for 'base'"),
  ])
  func reportsFaults(row: String, report: String) throws {
    let folder = try DataFolder(replacing: [
      "Confidence/weights.tsv": DataFolder.weightsHeader + row + "\n"
    ])
    #expect(folder.faults.contains { $0.hasPrefix(report) })
  }
}
