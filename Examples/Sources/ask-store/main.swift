// Lists the events between two actors, with the words that tell of them.

import CasusModel
import CasusStore
import Foundation

guard CommandLine.arguments.count == 4 else {
  print("usage: ask-store DB ACTOR ACTOR")
  exit(64)
}
do {
  let store = try EventStore(path: CommandLine.arguments[1], access: .reading)
  let pair = ActorPair(
    try store.resolveActor(CommandLine.arguments[2]),
    try store.resolveActor(CommandLine.arguments[3]))
  for event in try store.events(matching: EventFilter(between: pair)) {
    print(event.date?.rawValue ?? "undated", event.type.rawValue, event.status.rawValue)
    for evidence in event.evidence { print("  “\(evidence.text)”") }
  }
} catch let error as StoreError {
  print(error)
  exit(65)
}
