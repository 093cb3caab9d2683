import CasusModel

extension Article {
  /// Publisher and date of publication, else the title, else where it was read.
  var source: String {
    let known = [publisher, published?.rawValue].compactMap { $0 }.filter { !$0.isEmpty }
    if !known.isEmpty { return known.joined(separator: ", ") }
    return title.isEmpty ? path : title
  }
}
