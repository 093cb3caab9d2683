import CasusModel

/// Dates in the Extended Date/Time Format.
struct EDTFTarget: FuzzTarget {
  init(knowledge: FuzzKnowledge) throws {}

  func take(_ bytes: [UInt8]) {
    let texts = bytes.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    let dates = texts.map { EDTF($0) }
    for (text, date) in zip(texts, dates) {
      guard let date else { continue }
      promise(date.lowerBound <= date.upperBound, "\(text) ends before it begins")
      promise(EDTF(date.rawValue) == date, "\(text) is not what it is written as")
      promise(date.rawValue == text, "\(text) is changed to \(date.rawValue)")
      _ = (date.precision, date.isApproximate, date.isOpen, date.lacksYear)
    }
    for case let a? in dates {
      for case let b? in dates {
        promise(!(a < b && b < a), "\(a) and \(b) each come first")
        promise(a == b || a < b || b < a, "\(a) and \(b) have no order")
      }
    }
  }
}
