import CasusData
import CasusReading
import Foundation

extension LanguageProfile {
  /// The profile of every language that the data can tell, sorted by code.
  static func all(in data: DataDirectory) -> [LanguageProfile] {
    let folder = data.file("Languages")
    let codes = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return codes.sorted().compactMap { code in
      let file = folder.appending(path: "\(code)/detection.txt")
      guard let list = try? String(contentsOf: file, encoding: .utf8) else { return nil }
      return LanguageProfile(code: code, list: list)
    }
  }
}
