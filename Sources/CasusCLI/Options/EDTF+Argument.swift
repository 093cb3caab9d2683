import ArgumentParser
import CasusModel

extension EDTF {
  /// Reads a date off the command line.
  static func parse(_ argument: String) throws -> EDTF {
    guard let date = EDTF(argument) else {
      throw ValidationError(
        "'\(argument)' is no date; write 2022-09-06, 2022-09, 2022 or another EDTF date")
    }
    return date
  }
}
