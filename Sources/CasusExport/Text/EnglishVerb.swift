/// English verbs as they agree with their subject.
enum EnglishVerb {
  /// `signs an agreement with` → `sign an agreement with`: what several actors do.
  static func plural(_ label: String) -> String {
    let verb = label.prefix { $0 != " " }
    return plural(verb: String(verb)) + label.dropFirst(verb.count)
  }

  private static func plural(verb: String) -> String {
    let irregular = ["is": "are", "was": "were", "has": "have", "dies": "die", "lies": "lie"]
    if let found = irregular[verb] { return found }
    if verb.hasSuffix("ies") { return verb.dropLast(3) + "y" }
    let isLong = ["sses", "shes", "ches", "xes", "oes"].contains { verb.hasSuffix($0) }
    if isLong { return String(verb.dropLast(2)) }
    return verb.hasSuffix("s") && !verb.hasSuffix("ss") ? String(verb.dropLast()) : verb
  }
}
