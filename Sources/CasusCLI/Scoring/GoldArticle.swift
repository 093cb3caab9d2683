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
    var evidence: String
    var background: Bool?
  }

  var language: String
  var published: String?
  var publisher: String?
  var events: [Record]

  /// The gold files of a folder with the articles beside them, sorted by name.
  static func read(folder: URL) throws -> [(name: String, gold: GoldArticle, text: String)] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try files.filter { $0.hasSuffix(".json") }.sorted().map { file in
      let name = String(file.dropLast(5))
      let gold = try JSONDecoder().decode(
        GoldArticle.self, from: Data(contentsOf: folder.appending(path: file)))
      let text = try String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8)
      return (name, gold, text)
    }
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
