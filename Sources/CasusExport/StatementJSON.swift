public import CasusModel

/// Writes statements as JSON Lines, the output of `casus extract`.
///
/// One statement is one object on one line, with its keys in this order:
///
/// | key | holds |
/// |---|---|
/// | `article` | the article's path |
/// | `id` | names the statement within its article: 32 hexadecimal digits |
/// | `type`, `mode` | PLOVER type; mode or `null` |
/// | `source`, `target`, `roles` | actor ids; further roles by name |
/// | `object`, `place` | the article's words or `null` |
/// | `date`, `dateBasis` | EDTF or `null`; how it was found |
/// | `status`, `attribution`, `confidence` | see `Evidence` |
/// | `evidence` | `text`, and `start` and `end` in Unicode code points of the article's text |
public enum StatementJSON {
  /// The lines of the statements of one article, without line ends, in the order given.
  ///
  /// The text is gone through once, however many statements there are.
  public static func lines(
    for statements: [Statement], articlePath: String, articleText: String
  ) -> [String] {
    guard !statements.isEmpty else { return [] }
    let offsets = CodePointOffsets(articleText)
    return statements.map { object(of: $0, articlePath: articlePath, offsets: offsets).text }
  }

  /// The same lines one after another as UTF-8, each with its line end.
  public static func bytes(
    for statements: [Statement], articlePath: String, articleText: String
  ) -> [UInt8] {
    guard !statements.isEmpty else { return [] }
    let offsets = CodePointOffsets(articleText)
    var result: [UInt8] = []
    for statement in statements {
      object(of: statement, articlePath: articlePath, offsets: offsets).write(to: &result)
      result.append(UInt8(ascii: "\n"))
    }
    return result
  }

  /// The line of one statement, without a line end.
  public static func line(
    for statement: Statement, articlePath: String, articleText: String
  ) -> String {
    object(of: statement, articlePath: articlePath, offsets: CodePointOffsets(articleText)).text
  }

  private static func object(
    of statement: Statement, articlePath: String, offsets: CodePointOffsets
  ) -> JSONValue {
    let evidence = statement.evidence
    let words: JSONValue = [
      "text": .string(evidence.text), "start": .integer(offsets[evidence.start]),
      "end": .integer(offsets[evidence.end]),
    ]
    return [
      "article": .string(articlePath),
      "id": .string(identifier(of: statement)),
      "type": .string(statement.type.rawValue),
      "mode": JSONValue(statement.mode),
      "source": JSONValue(statement.source.map(\.rawValue)),
      "target": JSONValue(statement.target.map(\.rawValue)),
      "roles": roles(of: statement),
      "object": JSONValue(statement.object),
      "place": JSONValue(statement.place),
      "date": JSONValue(evidence.date?.rawValue),
      "dateBasis": .string(evidence.dateBasis.rawValue),
      "status": .string(evidence.status.rawValue),
      "attribution": JSONValue(evidence.attribution),
      "confidence": .number((evidence.confidence * 10_000).rounded() / 10_000),
      "evidence": words,
    ]
  }

  private static func roles(of statement: Statement) -> JSONValue {
    .object(
      statement.roles.sorted { $0.key < $1.key }.map { name, actors in
        (key: name, value: JSONValue(actors.map(\.rawValue)))
      })
  }

  /// The hash of everything that tells two statements of one article apart.
  private static func identifier(of statement: Statement) -> String {
    let evidence = statement.evidence
    let key: JSONValue = [
      .string(evidence.articleID), .integer(evidence.start), .integer(evidence.end),
      .string(statement.type.rawValue), JSONValue(statement.mode),
      JSONValue(statement.source.map(\.rawValue)), JSONValue(statement.target.map(\.rawValue)),
      roles(of: statement), .string(evidence.status.rawValue),
      JSONValue(evidence.date?.rawValue), JSONValue(evidence.attribution),
    ]
    return String(ContentHash.hex(of: key.bytes).prefix(32))
  }
}
