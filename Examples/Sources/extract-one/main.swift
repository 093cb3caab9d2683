// Prints what articles state, one line a statement.

import CasusData
import CasusExtraction
import CasusKnowledge
import CasusModel
import CasusReading
import Foundation

let data = try DataDirectory.locate()
let knowledge = Knowledge.load(from: data, languages: ["en", "id"])
let extractor = Extractor(knowledge: knowledge)

for result in ArticleReaders.read(
  paths: Array(CommandLine.arguments.dropFirst()), options: ReadingOptions())
{
  switch result {
  case .failure(let problem): print("problem: \(problem)")
  case .success(let article):
    for statement in extractor.statements(in: article) {
      let evidence = statement.evidence
      print(
        statement.source.map(\.rawValue).joined(separator: "+"), statement.type.rawValue,
        statement.target.map(\.rawValue).joined(separator: "+"), evidence.status.rawValue,
        evidence.date?.rawValue ?? "undated", "“\(evidence.text)”")
    }
  }
}
