/// Numbers as a line of small bars, such as `▁▃▆█`.
enum Sparkline {
  private static let bars = Array("▁▂▃▄▅▆▇█")

  /// One bar a number, the largest the highest; nothing happened is a blank.
  ///
  /// Where there are more numbers than bars, neighbours are added up.
  static func text(_ values: [Double], width: Int) -> String {
    let values = folded(values, width: max(1, width))
    guard let largest = values.map(abs).max(), largest > 0 else {
      return String(repeating: " ", count: values.count)
    }
    return String(
      values.map { value in
        guard value != 0 else { return " " }
        let height = Int((abs(value) / largest * Double(bars.count)).rounded(.up))
        return bars[min(max(height, 1), bars.count) - 1]
      })
  }

  /// As many sums of neighbours as there is room for.
  static func folded(_ values: [Double], width: Int) -> [Double] {
    let size = (values.count + width - 1) / width
    guard size > 1 else { return values }
    return stride(from: 0, to: values.count, by: size).map { start in
      values[start..<min(start + size, values.count)].reduce(0, +)
    }
  }
}
