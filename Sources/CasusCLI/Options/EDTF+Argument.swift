import ArgumentParser
import CasusExtraction
import CasusModel

extension EDTF {
  /// Reads a date off the command line: EDTF, or as articles write it in any language known.
  static func parse(_ argument: String) throws -> EDTF {
    if let date = EDTF(argument) { return date }
    let meant = (NamesTyped.known?.dates(argument) ?? []).sorted { $0.rawValue < $1.rawValue }
    if meant.count == 1 { return meant[0] }
    guard meant.isEmpty else {
      throw ValidationError(
        "'\(argument)' may be \(meant.map(\.rawValue).joined(separator: " or ")); write one of them"
      )
    }
    throw ValidationError(
      "'\(argument)' is no date; write 2022-09-06, 2022-09, 2022, 6 September 2022 or another EDTF date"
    )
  }
}
