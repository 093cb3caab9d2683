/// The lines `Name: value` of HTTP and WARC.
enum HTTPHeader {
  /// Adds a line to fields by name in lower case; the first of a name counts.
  static func add(_ line: String, to fields: inout [String: String]) {
    guard let colon = line.firstIndex(of: ":") else { return }
    let name = line[..<colon].lowercased()
    let value = line[line.index(after: colon)...].trimmingWhiteSpace()
    if fields[name] == nil { fields[name] = value }
  }
}
