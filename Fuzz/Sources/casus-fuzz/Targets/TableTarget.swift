import CasusKnowledge
import CasusModel
import CasusReading

/// Tables of events: GDELT, ACLED and the others.
///
/// The first byte says as which they are read, or that they are recognised.
struct TableTarget: FuzzTarget {
  private let knowledge: FuzzKnowledge
  private let options: EventTableFile.Options

  init(knowledge: FuzzKnowledge) throws {
    self.knowledge = knowledge
    let tables = EventTableKnowledge(
      from: knowledge.data, actors: knowledge.knowledge.actors, catalog: knowledge.knowledge.catalog
    )
    // What unpacks to megabytes is refused, not read: the time belongs to what is odd, not large.
    options = EventTableFile.Options(
      layouts: tables.layouts, names: tables.names,
      limits: ReadingLimits(largestSize: 4 << 20, freeSize: 1 << 20))
  }

  func take(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    var options = options
    let choice = Int(first) % (options.layouts.count + 1)
    if choice < options.layouts.count { options.layout = options.layouts[choice] }
    let content = Stretching.stretched(Array(bytes.dropFirst()))
    let path = knowledge.write(content[...], as: "a.csv")
    do throws(ReadingProblem) {
      guard var file = try EventTableFile(path: path, options: options) else { return }
      while var table = try file.nextTable() {
        while let row = table.next() { check(row) }
      }
    } catch {
      promise(!error.message.isEmpty, "a problem without words")
    }
  }

  private func check(_ row: EventTableRow) {
    switch row {
    case .statement(let statement, let source):
      promise(!statement.source.isEmpty, "a statement without a source")
      promise(statement.evidence.date != nil, "a statement without a date")
      promise(statement.evidence.articleID == source.id, "evidence of another article")
    case .rejected(let row):
      promise(!row.reason.isEmpty, "a row is refused without a reason")
    }
  }
}
