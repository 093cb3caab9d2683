import CasusData
import CasusExtraction
import CasusKnowledge
import Foundation

extension NamesTyped {
  /// What the knowledge files know of names and dates, loaded when first asked for; `nil` where there are none.
  ///
  /// Most command lines hold what the database or the standard knows, and never ask.
  static let known: NamesTyped? = {
    guard let data = try? DataDirectory.locate(explicit: folder) else { return nil }
    return NamesTyped(knowledge: Knowledge.load(from: data, cache: .standard()))
  }()

  /// The folder that `--data` names; dates are read before the options are.
  private static var folder: String? {
    let arguments = CommandLine.arguments.prefix { $0 != "--" }
    if let at = arguments.lastIndex(of: "--data"), at + 1 < arguments.endIndex {
      return arguments[at + 1]
    }
    return arguments.last { $0.hasPrefix("--data=") }.map { String($0.dropFirst(7)) }
  }
}
