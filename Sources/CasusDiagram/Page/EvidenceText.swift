public import CasusModel

/// How much of the articles' text goes into what is published.
public enum EvidenceText: String, CaseIterable, Sendable {
  /// The whole sentence, with the words that carry the event.
  case sentence
  /// The words that carry the event alone.
  case quote
  /// No words of the articles: neither sentences nor objects nor places. Titles stay, to cite by.
  case none
}

extension EventGraph {
  /// The graph with as much of the articles' text as may be shown.
  public func keeping(_ text: EvidenceText) -> EventGraph {
    guard text != .sentence else { return self }
    var graph = self
    for index in graph.events.indices {
      if text == .none {
        graph.events[index].object = nil
        graph.events[index].place = nil
      }
      graph.events[index].evidence = graph.events[index].evidence.map { evidence in
        var evidence = evidence
        if text == .none {
          evidence.text = ""
          evidence.object = nil
        }
        evidence.sentence = evidence.text
        return evidence
      }
    }
    return graph
  }
}
