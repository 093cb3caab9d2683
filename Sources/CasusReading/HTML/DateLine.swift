import CasusModel
import Foundation

/// A date of publication that only a line beside the headline tells: "Senin, 12 Mei 2025 10:15 WIB".
struct DateLine {
  /// The numbers of the months by their names and short names, in lower case.
  private var months: [String: Int] = [:]
  /// Whether the month stands before the day in numbers; then nobody knows what 5/6/2025 means, since
  /// pages from everywhere claim to be American.
  private let isMonthFirst: Bool

  /// - Parameter language: A language, with or without a region: `id`, `en-GB`.
  init(language: String) {
    let locale = Locale(identifier: language)
    for locale in [locale, Locale(identifier: "en")] {
      let formatter = DateFormatter()
      formatter.locale = locale
      let lists: [[String]?] = [
        formatter.monthSymbols, formatter.standaloneMonthSymbols, formatter.shortMonthSymbols,
        formatter.shortStandaloneMonthSymbols,
      ]
      for list in lists {
        for (index, name) in (list ?? []).enumerated() {
          let name = name.lowercased().trimmingCharacters(in: .punctuationCharacters)
          if months[name] == nil { months[name] = index + 1 }
        }
      }
    }
    let form = DateFormatter.dateFormat(fromTemplate: "yMd", options: 0, locale: locale) ?? ""
    let places = ["M", "d"].map { form.range(of: $0)?.lowerBound ?? form.endIndex }
    isMonthFirst = places[0] < places[1]
  }

  /// The first day that one of some lines gives.
  func date(in lines: [String]) -> EDTF? {
    lines.lazy.compactMap(date).first
  }

  /// Whether a line may give the day before or after another one, which it does not give itself.
  static func mayGiveNeighbour(of date: EDTF, _ line: String) -> Bool {
    guard date.lowerBound == date.upperBound else { return false }
    let (_, _, own) = CivilDay.date(of: date.lowerBound)
    let numbers = line.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    let others = [-1, 1].map { CivilDay.date(of: date.lowerBound + $0).day }
    return !numbers.contains(own) && numbers.contains(where: others.contains)
  }

  private func date(in line: String) -> EDTF? {
    let words = line.split { !$0.isLetter && !$0.isNumber }
    for at in words.indices.dropLast(2) {
      let (first, second, third) = (words[at], words[at + 1], words[at + 2])
      if let year = Self.year(third) {
        if let month = months[second.lowercased()], let day = Self.day(first) {
          return Self.date(year, month, day)
        }
        if let month = months[first.lowercased()], let day = Self.day(second) {
          return Self.date(year, month, day)
        }
      }
      let marks = [
        line[first.endIndex..<second.startIndex], line[second.endIndex..<third.startIndex],
      ]
      guard marks[0] == marks[1], [".", "/", "-"].contains(marks[0]),
        let numbers = Self.numbers([first, second, third.prefix { $0.isNumber }])
      else { continue }
      if let year = Self.year(first) { return Self.date(year, numbers[1], numbers[2]) }
      guard let year = Self.year(third) else { continue }
      if marks[0] == "." || numbers[0] > 12 { return Self.date(year, numbers[1], numbers[0]) }
      if numbers[1] > 12 { return Self.date(year, numbers[0], numbers[1]) }
      if !isMonthFirst { return Self.date(year, numbers[1], numbers[0]) }
    }
    return nil
  }

  private static func numbers(_ words: [Substring]) -> [Int]? {
    let numbers = words.compactMap { Int($0) }
    return numbers.count == words.count ? numbers : nil
  }

  /// `2025`, also where the next word follows without a space.
  private static func year(_ word: Substring) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 4, let year = Int(digits), (1900..<2200).contains(year) else {
      return nil
    }
    return year
  }

  /// `12`, and `12th`.
  private static func day(_ word: Substring) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), word.count - digits.count <= 2 else { return nil }
    return Int(digits)
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> EDTF? {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return EDTF("\(year)-\(two(month))-\(two(day))")
  }
}
