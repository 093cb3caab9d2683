/// Numbers of things, as English sentences for people have them.
public enum Counted {
  /// "1 article", "2 articles".
  /// - Parameters:
  ///   - number: How many there are.
  ///   - noun: What they are, in the singular.
  ///   - plural: What several are, where that is not the singular with an s.
  /// - Returns: The number and the noun.
  public static func text(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// "1 of 1 article", "2 of 7 articles".
  public static func text(_ number: Int, of all: Int, _ noun: String) -> String {
    "\(number) of \(text(all, noun))"
  }
}
