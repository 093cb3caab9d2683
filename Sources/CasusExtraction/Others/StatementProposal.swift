import Foundation

/// An event as another extractor returns it: the JSON of `casus extract`, any part of it wrong.
struct StatementProposal {
  private let fields: [String: Any]

  /// Takes a JSON object; `nil` for any other value.
  init?(_ value: Any) {
    guard let fields = value as? [String: Any] else { return nil }
    self.fields = fields
  }

  /// The text of a field; `nil` where it is missing, `null` or empty.
  func text(_ name: String) throws(Fault) -> String? {
    guard let value = fields[name], !(value is NSNull) else { return nil }
    guard let text = value as? String else { throw Fault("\(name) is not a string") }
    return text.isEmpty ? nil : text
  }

  /// The texts of a list; empty where it is missing or `null`.
  func texts(_ name: String) throws(Fault) -> [String] {
    guard let value = fields[name], !(value is NSNull) else { return [] }
    guard let texts = value as? [String] else { throw Fault("\(name) is not a list of strings") }
    return texts
  }

  /// Lists by name; empty where it is missing or `null`.
  func lists(_ name: String) throws(Fault) -> [String: [String]] {
    guard let value = fields[name], !(value is NSNull) else { return [:] }
    guard let lists = value as? [String: [String]] else {
      throw Fault("\(name) is not an object of lists")
    }
    return lists
  }

  /// A number; `nil` where it is missing or `null`.
  func number(_ name: String) throws(Fault) -> Double? {
    guard let value = fields[name], !(value is NSNull) else { return nil }
    guard let number = value as? NSNumber else { throw Fault("\(name) is not a number") }
    return number.doubleValue
  }

  /// The object of a field as a proposal of its own.
  func object(_ name: String) throws(Fault) -> StatementProposal {
    guard let value = fields[name], let object = StatementProposal(value) else {
      throw Fault("\(name) is not an object")
    }
    return object
  }

  /// What is wrong with a proposal.
  struct Fault: Error {
    var reason: String

    init(_ reason: String) {
      self.reason = reason
    }
  }
}
