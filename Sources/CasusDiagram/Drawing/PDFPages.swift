import Foundation

/// Cuts the one page of a PDF into several: each shows a part of the same drawing.
///
/// The new pages are appended as an incremental update (ISO 32000-1, 7.5.6); what Cairo wrote stays
/// as it is. Cairo from 1.17.6 on hides its objects in compressed streams, and is not cut.
enum PDFPages {
  /// The document with a page for each rectangle, or `nil` when it is not written as expected.
  /// - Parameters:
  ///   - document: The document with one page.
  ///   - pages: Where the pages lie in it, in points from its top left.
  /// - Returns: The document with as many pages.
  static func cut(_ document: Data, into pages: [Scene.Rect]) -> Data? {
    guard let page = object(in: document, holding: "/Type /Page "),
      let tree = object(in: document, holding: "/Type /Pages"),
      let height = numbers(in: page.text, after: "/MediaBox [", until: "]").last,
      let trailer = document.range(of: Data("trailer".utf8), options: .backwards),
      let start = document.range(of: Data("startxref".utf8), options: .backwards)
    else { return nil }
    let ending = text(document[trailer.lowerBound...])
    guard let size = numbers(in: ending, after: "/Size", until: "/").first,
      let previous = numbers(
        in: text(document[start.lowerBound...]), after: "startxref", until: "%"
      )
      .first, let dictionary = ending.firstRange(of: "<<"),
      let close = ending.firstRange(of: ">>")
    else { return nil }
    var result = document
    if result.last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
    var offsets: [(number: Int, offset: Int)] = []
    func append(_ number: Int, _ body: String) {
      offsets.append((number, result.count))
      result.append(Data("\(number) 0 obj\n\(body)\nendobj\n".utf8))
    }
    var children: [String] = []
    for (index, rect) in pages.enumerated() {
      let number = Int(size) + index
      children.append("\(number) 0 R")
      let box = [rect.x, height - rect.maxY, rect.maxX, height - rect.y].map(DOTWriter.decimal)
      append(
        number,
        replaced(page.text, after: "/MediaBox [", until: "]", by: " \(box.joined(separator: " ")) ")
      )
    }
    append(
      tree.number,
      "<< /Type /Pages /Kids [ \(children.joined(separator: " ")) ] /Count \(children.count) >>")
    let table = result.count
    var update = "xref\n"
    for entry in offsets.sorted(by: { $0.number < $1.number }) {
      let offset = String(entry.offset)
      update += "\(entry.number) 1\n"
      update += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
    }
    let old = replaced(
      String(ending[dictionary.upperBound..<close.lowerBound]), after: "/Size", until: "\n",
      by: " \(Int(size) + pages.count)")
    update += "trailer\n<<\(old)\n   /Prev \(Int(previous))\n>>\nstartxref\n\(table)\n%%EOF\n"
    result.append(Data(update.utf8))
    return result
  }

  /// The object whose dictionary holds some words, without its first and last line.
  private static func object(in document: Data, holding words: String) -> (
    number: Int, text: String
  )? {
    guard let hit = document.range(of: Data(words.utf8)),
      let start = document.range(
        of: Data(" 0 obj".utf8), options: .backwards, in: document.startIndex..<hit.lowerBound),
      let end = document.range(
        of: Data("endobj".utf8), in: hit.upperBound..<document.endIndex)
    else { return nil }
    let before = document[..<start.lowerBound].reversed().prefix { $0 >= 48 && $0 <= 57 }
    guard let number = Int(String(decoding: before.reversed(), as: UTF8.self)) else { return nil }
    return (number, text(document[start.upperBound..<end.lowerBound]))
  }

  private static func text(_ bytes: Data) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func numbers(in text: String, after start: String, until end: String) -> [Double] {
    guard let begin = text.firstRange(of: start)?.upperBound else { return [] }
    let stop = text[begin...].firstRange(of: end)?.lowerBound ?? text.endIndex
    return text[begin..<stop].split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
  }

  private static func replaced(
    _ text: String, after start: String, until end: String, by middle: String
  ) -> String {
    guard let begin = text.firstRange(of: start)?.upperBound else { return text }
    let stop = text[begin...].firstRange(of: end)?.lowerBound ?? text.endIndex
    return text[..<begin] + middle + text[stop...]
  }
}
