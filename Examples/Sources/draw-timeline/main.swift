// Draws a database as a timeline in English.

import CasusData
import CasusDiagram
import CasusKnowledge
import CasusStore
import Foundation

guard CommandLine.arguments.count == 3 else {
  print("usage: draw-timeline DB OUT.svg")
  exit(64)
}
let data = try DataDirectory.locate()
let knowledge = Knowledge.load(from: data, languages: [])
let store = try EventStore(path: CommandLine.arguments[1], access: .reading)
let table = try String(contentsOf: data.file("Languages/en/diagram.tsv"), encoding: .utf8)
let colors = try String(contentsOf: data.file("Themes/light.tsv"), encoding: .utf8)
let diagram = TimelineDiagram(
  graph: try store.graph(), catalog: knowledge.catalog,
  words: try DiagramWords(tsv: table, name: "diagram.tsv"),
  theme: try DiagramTheme(tsv: colors, name: "light.tsv"))
try diagram.source().picture(.svg).write(to: URL(filePath: CommandLine.arguments[2]))
