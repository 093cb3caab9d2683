import CasusModel
import Foundation

/// The fields of one JSON object by the letters of their names alone: `publishedAt`, `published_at` and
/// `published-at` are one.
struct JSONFields {
  private let values: [String: Any]

  init(_ object: [String: Any]) {
    var values: [String: Any] = [:]
    // Where two names are one, the first in the alphabet counts, whatever the order of a dictionary is.
    for key in object.keys.sorted() where !(object[key] is NSNull) {
      let plain = Self.plain(key)
      if values[plain] == nil { values[plain] = object[key] }
    }
    self.values = values
  }

  private static func plain(_ key: String) -> String {
    let letters = key.utf8.lazy.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    return String(decoding: letters.filter { 0x61...0x7A ~= $0 }, as: UTF8.self)
  }

  /// The value of a field, whatever it is.
  subscript(name: String) -> Any? { values[name] }

  /// The first of some fields that holds words.
  func words(_ names: [String]) -> String? {
    names.lazy.compactMap { Self.words(of: values[$0]) }.first
  }

  /// The first of some fields that is an address on the web.
  func address(_ names: [String]) -> String? {
    names.lazy.compactMap { Self.words(of: values[$0])?.trimmingWhiteSpace() }.first(
      where: Self.isAddress)
  }

  static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
  }

  /// The words of a value: its own, or those of an object that says them in another way, as in
  /// `{"rendered": "…"}`, `{"main": "…"}` and `{"name": "…"}`.
  static func words(of value: Any?) -> String? {
    if let text = value as? String { return text.isBlank || text == "[Removed]" ? nil : text }
    guard let object = value as? [String: Any] else { return nil }
    return ["rendered", "main", "name", "title"].lazy.compactMap { object[$0] as? String }.first {
      !$0.isBlank
    }
  }

  /// The first of some fields that is a date, and what is written there when none is.
  func date(_ names: [String]) -> (date: EDTF?, wrong: String?) {
    var wrong: String?
    for name in names {
      guard let written = Self.written(values[name]) else { continue }
      if let date = Self.date(written) { return (date, nil) }
      wrong = wrong ?? written
    }
    return (nil, wrong)
  }

  private static func written(_ value: Any?) -> String? {
    (value as? NSNumber).map(\.stringValue) ?? words(of: value)
  }

  /// A date as articles give it, or seconds or milliseconds since 1970.
  private static func date(_ written: String) -> EDTF? {
    guard (9...13).contains(written.count), let number = Int(written) else {
      return PublicationDate.parse(written)
    }
    return EDTF(EDTF.dayText((written.count > 11 ? number / 1000 : number) / 86_400))
  }
}
