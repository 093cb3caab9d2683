extension [Double] {
  /// The value that a share of all values does not exceed; 0 for none.
  func quantile(_ share: Double) -> Double {
    guard !isEmpty else { return 0 }
    return sorted()[Swift.min(count - 1, Int(share * Double(count)))]
  }

  /// The value in the middle.
  var median: Double { quantile(0.5) }
}
