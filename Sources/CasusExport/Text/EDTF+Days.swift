import CasusModel

extension EDTF {
  /// The first day it may cover, as `2022-09-05`; `nil` when that is open or unknown.
  var firstDay: String? { lowerBound == .min ? nil : Self.dayText(lowerBound) }

  /// The last day it may cover; `nil` when that is open or unknown.
  var lastDay: String? { upperBound == .max ? nil : Self.dayText(upperBound) }
}
