import CasusModel
import Foundation

/// A request for chat completions with an answer in a JSON schema.
struct ChatRequest: Encodable {
  private struct Message: Encodable {
    var role: String
    var content: String
  }

  private struct ArticleMessage: Encodable {
    var title: String
    var published: String?
    var publisher: String?
    var language: String?
    var text: String
  }

  private let model: String
  private let messages: [Message]
  private let temperature = 0
  private let seed = 0
  private let responseFormat = ResponseFormat()

  private enum CodingKeys: String, CodingKey {
    case model, messages, temperature, seed
    case responseFormat = "response_format"
  }

  /// The article is a JSON value of its own, so that nothing in it can end it.
  init(model: String, prompt: String, article: Article) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let content = ArticleMessage(
      title: article.title, published: article.published?.rawValue, publisher: article.publisher,
      language: article.language, text: article.text)
    let json = (try? encoder.encode(content)) ?? Data()
    self.model = model
    messages = [
      Message(role: "system", content: prompt),
      Message(role: "user", content: String(decoding: json, as: UTF8.self)),
    ]
  }
}

/// The schema of the answer: `{"events": […]}` in the form of `casus extract`.
private struct ResponseFormat: Encodable {
  private let type = "json_schema"
  private let schema = NamedSchema()

  private enum CodingKeys: String, CodingKey {
    case type
    case schema = "json_schema"
  }

  private struct NamedSchema: Encodable {
    private let name = "events"
    private let strict = true
    private let schema = Schema.answer
  }
}

/// A JSON schema as far as the answer needs it.
private indirect enum Schema: Encodable, Sendable {
  case string
  case number
  case nullableString
  case choice([String])
  case list(Schema)
  case object([(String, Schema)])

  static let answer = Schema.object([
    (
      "events",
      .list(
        .object([
          ("type", .choice(EventType.allCases.map(\.rawValue))), ("mode", .nullableString),
          ("source", .list(.string)), ("target", .list(.string)), ("object", .nullableString),
          ("place", .nullableString), ("date", .nullableString),
          ("status", .choice(EventStatus.allCases.map(\.rawValue))),
          ("attribution", .list(.string)), ("confidence", .number),
          ("evidence", .object([("text", .string)])),
        ]))
    )
  ])

  private enum CodingKeys: String, CodingKey {
    case type, items, properties, required, additionalProperties
    case choices = "enum"
  }

  private struct Name: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .string: try container.encode("string", forKey: .type)
    case .number: try container.encode("number", forKey: .type)
    case .nullableString: try container.encode(["string", "null"], forKey: .type)
    case .choice(let names):
      try container.encode("string", forKey: .type)
      try container.encode(names, forKey: .choices)
    case .list(let items):
      try container.encode("array", forKey: .type)
      try container.encode(items, forKey: .items)
    case .object(let properties):
      try container.encode("object", forKey: .type)
      try container.encode(properties.map(\.0), forKey: .required)
      try container.encode(false, forKey: .additionalProperties)
      var nested = container.nestedContainer(keyedBy: Name.self, forKey: .properties)
      for (name, schema) in properties {
        try nested.encode(schema, forKey: Name(stringValue: name))
      }
    }
  }
}
