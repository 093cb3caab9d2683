import CasusModel

/// Writes EDTF dates the way people read them: `13 Jul 2022`, `Jul 2022`, `c. Sep 2022`.
struct DateWording {
  let words: DiagramWords

  /// The date in words, with everything that it leaves open.
  func text(_ date: EDTF) -> String {
    let raw = date.rawValue
    if raw.hasPrefix("["), raw.hasSuffix("]") {
      let choices = raw.dropFirst().dropLast().split(separator: ",").map { single($0) }
      return choices.dropFirst().reduce(choices.first ?? raw) {
        words.filled(.either, ["a": $0, "b": $1])
      }
    }
    let ends = raw.parts(between: "/", omitsEmpty: false)
    guard ends.count == 2 else { return single(ends[0]) }
    let isOpenStart = ends[0].isEmpty || ends[0] == ".."
    let isOpenEnd = ends[1].isEmpty || ends[1] == ".."
    if isOpenStart { return words.filled(.until, ["date": single(ends[1])]) }
    if isOpenEnd { return words.filled(.since, ["date": single(ends[0])]) }
    return range(single(ends[0]), single(ends[1]))
  }

  /// The begin of a date in words; the whole of it, where it has none.
  func begin(of date: EDTF) -> String { end(of: date, at: 0) }

  /// The end of a date in words; its begin, where it has none.
  func end(of date: EDTF) -> String { end(of: date, at: 1) }

  private func end(of date: EDTF, at index: Int) -> String {
    let ends = date.rawValue.parts(between: "/").filter { $0 != ".." }
    guard date.rawValue.contains("/"), !ends.isEmpty else { return text(date) }
    return single(ends[min(index, ends.count - 1)])
  }

  /// A day number in words.
  func day(_ number: Int) -> String {
    let (year, month, day) = CivilDay.date(of: number)
    return "\(words.day(day, of: month)) \(year)"
  }

  /// Two dates, the common end of their texts said once: `13–15 Jul 2022`.
  func range(_ first: String, _ last: String) -> String {
    guard first != last else { return first }
    var a = first.parts(between: " ")
    let b = last.parts(between: " ")
    guard a.count == b.count else { return "\(first) – \(last)" }
    var shared = 0
    while shared < a.count - 1, a.suffix(shared + 1) == b.suffix(shared + 1) { shared += 1 }
    a.removeLast(shared)
    let isNumber = a.count == 1 && a[0].allSatisfy { $0.isNumber || $0 == "." }
    return a.joined(separator: " ") + (isNumber ? "–" : " – ") + last
  }

  private func single(_ text: Substring) -> String {
    var body = text
    var isApproximate = false
    if let mark = body.last, "~?%".contains(mark) {
      body = body.dropLast()
      isApproximate = true
    }
    let plain = calendar(body)
    return isApproximate ? words.filled(.approximately, ["date": plain]) : plain
  }

  private func calendar(_ text: Substring) -> String {
    let parts = text.parts(between: "-")
    guard let year = parts.first else { return String(text) }
    guard year != "XXXX" else {
      let rest = parts.dropFirst()
      let numbers = rest.compactMap { Int($0) }
      let date =
        numbers.count == 2
        ? words.day(numbers[1], of: numbers[0]) : numbers.first.map(words.month) ?? ""
      return words.filled(.unknownYear, ["date": date])
    }
    if year.contains("X") {
      let digits = year.prefix { $0 != "X" }
      return words.filled(
        .decade, ["year": digits + String(repeating: "0", count: 4 - digits.count)])
    }
    let number = Int(year).map(String.init) ?? String(year)
    guard parts.count > 1, parts[1] != "XX", let month = Int(parts[1]) else { return number }
    guard parts.count > 2, let day = Int(parts[2]) else { return monthLike(month, of: number) }
    return "\(words.day(day, of: month)) \(number)"
  }

  private func monthLike(_ code: Int, of year: String) -> String {
    switch code {
    case 21: "\(words[.spring]) \(year)"
    case 22: "\(words[.summer]) \(year)"
    case 23: "\(words[.autumn]) \(year)"
    case 24: "\(words[.winter]) \(year)"
    case 33...36: words.filled(.quarter, ["number": String(code - 32), "year": year])
    case 40, 41: words.filled(.halfYear, ["number": String(code - 39), "year": year])
    default: "\(words.month(code)) \(year)"
    }
  }
}
