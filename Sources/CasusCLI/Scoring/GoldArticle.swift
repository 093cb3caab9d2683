import CasusData
import CasusKnowledge
import CasusModel
import Foundation

/// One gold file: what a careful reader finds in an article.
struct GoldArticle: Decodable {
  struct Record: Decodable {
    var source: [String]
    var target: [String]?
    var type: EventType
    var date: String?
    var status: EventStatus?
    var attribution: [String]?
    var place: String?
    var object: String?
    var evidence: String
    var background: Bool?
  }

  var language: String
  var published: String?
  var publisher: String?
  var events: [Record]

  /// The gold files of a folder with the articles beside them, sorted by name.
  /// - Throws: `CommandFailure` with the file that is missing or wrong.
  static func read(folder: URL) throws -> [(name: String, gold: GoldArticle, text: String)] {
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      throw CommandFailure(
        .unreadable, "\(folder.relativePath): is no folder that can be read; check the path")
    }
    let names = files.filter { $0.hasSuffix(".json") }.sorted().map { String($0.dropLast(5)) }
    guard !names.isEmpty else {
      throw CommandFailure(
        .badData, "\(folder.relativePath): holds no gold files (NAME.json beside NAME.txt)")
    }
    return try names.map { name in
      let gold = folder.appending(path: "\(name).json")
      let article = folder.appending(path: "\(name).txt")
      guard let text = try? String(contentsOf: article, encoding: .utf8) else {
        throw CommandFailure(
          .unreadable, "\(article.relativePath): is no UTF-8 text that can be read")
      }
      do {
        return (name, try JSONDecoder().decode(Self.self, from: Data(contentsOf: gold)), text)
      } catch {
        throw CommandFailure(
          .badData, "\(gold.relativePath): is no gold file: \(Self.fault(error))")
      }
    }
  }

  /// What is wrong with a gold file, in a few words.
  private static func fault(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, let context):
      "\(place(context)) lacks '\(key.stringValue)'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(place(context)) is of another kind"
    case .dataCorrupted(let context): "\(place(context)): \(context.debugDescription)"
    default: "it cannot be read"
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
    return path.isEmpty ? "it" : path.joined(separator: ".")
  }

  /// The examples of every language pack as one-sentence gold articles.
  static func examples(
    in data: DataDirectory
  ) -> [(name: String, gold: GoldArticle, text: String)] {
    Knowledge.languages(in: data).flatMap { code in
      var problems: [DataProblem] = []
      return LanguageExample.load(code, from: data, problems: &problems).map { example in
        let records = example.events.map { event in
          Record(
            source: event.source.map(\.rawValue), target: event.target.map(\.rawValue),
            type: event.type, date: event.date, status: event.status,
            attribution: event.attribution, evidence: example.text, background: event.isOptional)
        }
        let gold = GoldArticle(
          language: code, published: example.published?.rawValue, publisher: nil, events: records)
        return (example.origin, gold, example.text)
      }
    }
  }
}
