import CasusModel

/// What opens and ends the occupations and sanctions of the tests of relations: Russia takes towns of
/// Ukraine and punishes it, Ukraine takes them back, Russia eases what it imposed.
extension Story {
  static func taking(_ town: String?, on date: String) -> Story {
    Story("t\(town ?? "")\(date)").saying(
      "Taken \(town ?? "").", ["RUS"], .coerce, ["UKR"], mode: "capture", on: date, place: town)
  }

  static func retaking(_ town: String?, on date: String?) -> Story {
    Story("r\(town ?? "")\(date ?? "")").saying(
      "Back \(town ?? "").", ["UKR"], .assault, ["RUS"], mode: "retake", on: date, place: town)
  }

  static func imposing(on date: String) -> Story {
    Story("i\(date)").saying("Hard.", ["RUS"], .sanction, ["UKR"], mode: "sanctions", on: date)
  }

  static func lifting(on date: String?) -> Story {
    Story("l\(date ?? "")").saying(
      "Eased.", ["RUS"], .concede, ["UKR"], mode: "ease-sanctions", on: date)
  }
}
