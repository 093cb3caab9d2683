/// Whether two names of a thing or place are of the same one, whatever their case endings and the words
/// beside them: "20 Leopard tanks" and "tanks", "Харків" and "Харкова".
enum SharedWord {
  /// How many letters a word has at least, and how many of a longer one count.
  private static let (least, stem) = (3, 4)

  static func exists(in wanted: String, _ found: String?) -> Bool {
    guard let found else { return false }
    return !stems(wanted).isDisjoint(with: stems(found))
  }

  private static func stems(_ text: String) -> Set<Substring> {
    Set(
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count >= least }
        .map { $0.prefix(stem) })
  }
}
