extension Array {
  /// The elements of one run of an ordered array, found without looking at all that come before.
  /// - Parameters:
  ///   - isBefore: Whether an element comes before the run; no such element comes behind another.
  ///   - isInside: Whether an element that does not come before it is of the run.
  /// - Returns: The run, which may be empty.
  func run(
    after isBefore: (Element) -> Bool, while isInside: (Element) -> Bool
  ) -> ArraySlice<Element> {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return self[low...].prefix(while: isInside)
  }
}
