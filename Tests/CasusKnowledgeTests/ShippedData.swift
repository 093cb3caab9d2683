import CasusData
import CasusModel
import CasusTestSupport

@testable import CasusKnowledge

/// The knowledge that the package ships, read once.
enum ShippedData {
  static let directory = DataDirectory(url: Checkout.data)
  static let languages = Knowledge.languages(in: directory)
  static let knowledge = Knowledge.load(from: directory)
  static let packs: [String: LanguagePack] = {
    var problems: [DataProblem] = []
    let catalog = EventCatalog.load(from: directory, problems: &problems)
    var packs: [String: LanguagePack] = [:]
    for code in languages {
      packs[code] = LanguagePack.load(code, from: directory, catalog: catalog, problems: &problems)
    }
    return packs
  }()
}
