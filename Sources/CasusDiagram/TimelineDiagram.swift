public import CasusModel

/// A timeline: who did what to whom when, true to scale, with lanes and arrows.
public struct TimelineDiagram: Sendable {
  /// What a lane stands for.
  public enum Lanes: String, CaseIterable, Sendable {
    /// One lane an actor, arrows from who acts to whom is acted on.
    case actors
    /// One lane a pair of actors.
    case dyads
    /// One lane each for words and deeds of cooperation and conflict.
    case quadClasses = "quad-classes"
  }

  /// What the reader wants to see.
  public struct Options: Hashable, Sendable {
    /// What a lane stands for.
    public var lanes: Lanes
    /// The language of the labels, as a BCP 47 code.
    public var language: String
    /// The title, or `nil` for one made of the actors and the period.
    public var title: String?
    /// How many marks the picture may have; further events are folded.
    public var maximumMarks: Int

    /// Chooses the options.
    public init(
      lanes: Lanes = .actors, language: String = "en", title: String? = nil,
      maximumMarks: Int = 220
    ) {
      self.lanes = lanes
      self.language = language
      self.title = title
      self.maximumMarks = maximumMarks
    }
  }

  private let graph: EventGraph
  private let words: DiagramWords
  private let options: Options
  private let wording: EventWording

  /// Prepares a timeline.
  /// - Parameters:
  ///   - graph: The events to draw.
  ///   - catalog: The labels and intensities of their types.
  ///   - words: The words of the language of the labels.
  ///   - options: What the reader wants to see.
  public init(
    graph: EventGraph, catalog: EventCatalog, words: DiagramWords, options: Options = Options()
  ) {
    self.graph = graph
    self.words = words
    self.options = options
    wording = EventWording(
      graph: graph, catalog: catalog, words: words, language: options.language)
  }

  /// The diagram, laid out.
  public func source() -> DiagramSource {
    let layout = layout()
    let drawing = SceneDrawing.dot(layout.scene)
    return DiagramSource(
      dot: drawing.text, engine: .pinned, title: layout.title, summary: layout.summary,
      language: options.language, tooltips: drawing.tooltips, subjects: drawing.subjects)
  }

  /// The finest layout that fits a page: first wider pages, then coarser marks.
  func layout() -> TimelineLayout {
    let lanes = TimelineLanes(graph.events, kind: options.lanes, wording: wording)
    var last: TimelineLayout?
    for level in EventFolding.Level.allCases {
      let groups = EventFolding.groups(
        graph.events, level: level, lane: { lanes.place($0).home }, weight: wording.weight)
      guard groups.count <= options.maximumMarks || level == EventFolding.Level.allCases.last
      else { continue }
      for width in TimelineLayout.widths {
        let layout = TimelineLayout(
          graph: graph, groups: groups, lanes: lanes, wording: wording, title: options.title,
          width: width)
        if layout.fits { return layout }
        last = layout
      }
    }
    return last
      ?? TimelineLayout(
        graph: graph, groups: [], lanes: lanes, wording: wording, title: options.title,
        width: TimelineLayout.widths[0])
  }
}
