import CasusModel
import Testing

/// What an event is about, where it happens and who has a further part in it are the same in every
/// language, in the words that a reader would cut out of the sentence.
struct FieldTests {
  /// A sentence whose marks show its fields.
  ///
  /// They are `[the object]` and `{the place}` or, where its name differs from the words, `{words|Name}`.
  /// Its meaning is the type of the event and its roles, `supplier=USA`.
  struct Case: CustomTestStringConvertible, Sendable {
    var language: String
    var type: String
    var fields: Fields
    var text: String
    var isKnown: Bool

    var testDescription: String { "\(type): \(text)" }

    init(_ cell: CorpusTable.Cell) {
      let words = cell.meaning.split(separator: " ").map { String($0) }
      (language, type, isKnown) = (cell.language, words[0], cell.isKnown)
      fields = Fields(roles: words.dropFirst().sorted())
      text = ""
      var rest = Substring(cell.sentence)
      while let mark = rest.firstIndex(where: { $0 == "[" || $0 == "{" }) {
        let isObject = rest[mark] == "["
        guard let end = rest[mark...].firstIndex(of: isObject ? "]" : "}") else { break }
        let parts = rest[rest.index(after: mark)..<end].split(separator: "|").map { String($0) }
        text += rest[..<mark] + (parts.first ?? "")
        if isObject { fields.object = parts.first } else { fields.place = parts.last }
        rest = rest[rest.index(after: end)...]
      }
      text += rest
    }
  }

  struct Fields: Equatable, Sendable {
    var object: String?
    var place: String?
    var roles: [String] = []
  }

  private static let cases = CorpusTable("Fields/fields.tsv").cells.map { Case($0) }

  @Test func corpusIsThere() { #expect(Self.cases.count > 400) }

  @Test(arguments: cases)
  func eventHasItsFields(sentence: Case) {
    let found = Reading.statements(in: sentence.text, sentence.language)
      .filter { $0.type.rawValue == sentence.type }
      .map { statement in
        Fields(
          object: statement.object, place: statement.place,
          roles: statement.roles.flatMap { role, actors in
            actors.map { "\(role)=\($0.rawValue)" }
          }.sorted())
      }
    if sentence.isKnown {
      withKnownIssue { #expect(found.contains(sentence.fields)) }
    } else {
      #expect(found.contains(sentence.fields), "found \(found)")
    }
  }
}
