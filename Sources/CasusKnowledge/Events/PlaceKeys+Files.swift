import CasusData
import CasusModel
import Foundation

extension PlaceKeys {
  /// The names of the gazetteer, whose keys are its slugs, and of capitals, whose keys are their states.
  ///
  /// Only names by which places are displayed count, for events carry no others. What is wrong in
  /// the files is told where the gazetteer and the registry read them.
  /// - Parameter data: The data directory.
  convenience init(from data: DataDirectory) { self.init { Self.contents(of: data) } }

  private static func contents(of data: DataDirectory) -> Contents {
    var keys: [String: String] = [:]
    var bytes: [UInt8] = []
    for (file, isOfCapitals) in [(Gazetteer.fileName, false), ("states.tsv", true)] {
      guard let found = try? Data(contentsOf: data.file("Actors/\(file)")) else { continue }
      // Slices of an array are cut in a tenth of the time that slices of `Data` take.
      let content = [UInt8](found)
      bytes += content
      var columns: [Int] = []
      for line in content.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#")
      {
        let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        if columns.isEmpty {
          columns = cells.indices.filter { cells[$0].starts(with: "names.".utf8) }
          continue
        }
        let own = String(decoding: cells[0], as: UTF8.self)
        for column in columns where column < cells.count {
          guard let name = displayed(cells[column], isOfCapitals) else { continue }
          let key = isOfCapitals ? own + "/" : own
          keys[name] = keys[name].map { min($0, key) } ?? key
        }
      }
    }
    return Contents(keys: keys, hash: bytes.isEmpty ? "" : ContentHash.hex(of: bytes))
  }

  /// The first name of a cell, or the first that is marked as a capital's.
  private static func displayed(_ cell: ArraySlice<UInt8>, _ isOfCapitals: Bool) -> String? {
    for name in cell.split(separator: UInt8(ascii: "|")) {
      var name = name.drop { $0 == UInt8(ascii: " ") }
      if isOfCapitals {
        guard name.first == UInt8(ascii: "@") else { continue }
        name = name.dropFirst()
      }
      // "!" says only how a name is found in texts.
      name = name.drop { $0 == UInt8(ascii: "!") }
      var plain = name.prefix { $0 != UInt8(ascii: "{") }
      while plain.last == UInt8(ascii: " ") { plain.removeLast() }
      return plain.isEmpty ? nil : String(decoding: plain, as: UTF8.self)
    }
    return nil
  }
}
