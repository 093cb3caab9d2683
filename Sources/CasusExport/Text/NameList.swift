/// Names in a row, as a language joins them.
enum NameList {
  /// `A, B and C`; with commas alone in languages whose word for "and" is not known here.
  static func text(_ names: [String], language: String) -> String {
    guard names.count > 1, let last = names.last, let and = conjunctions[language] else {
      return names.joined(separator: ", ")
    }
    return names.dropLast().joined(separator: ", ") + " \(and) \(last)"
  }

  private static let conjunctions = [
    "de": "und", "en": "and", "id": "dan", "ru": "и", "uk": "та",
  ]
}
