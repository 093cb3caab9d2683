public import CasusModel

/// A timeline: who did what to whom when, with lanes and arrows.
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
    /// How time is spread.
    public var scale: TimelineScale
    /// Which way time runs.
    public var direction: TimelineDirection
    /// The sheet to fit; `nil` for as much room as the events need, up to A2.
    public var page: PageSize?
    /// How many pages a timeline may fill that does not fit one; only with a sheet.
    public var maximumPages: Int
    /// The language of the labels, as a BCP 47 code.
    public var language: String
    /// The title, or `nil` for one made of the actors.
    public var title: String?
    /// How many events may have a mark of their own on a page; further events are folded.
    public var maximumMarks: Int
    /// The days asked for, or `nil` for all days of the events.
    ///
    /// What begins before them stands at the edge.
    public var period: ClosedRange<Int>?

    /// Chooses the options.
    public init(
      lanes: Lanes = .actors, scale: TimelineScale = .compressed,
      direction: TimelineDirection = .horizontal, page: PageSize? = nil, maximumPages: Int = 1,
      language: String = "en", title: String? = nil, maximumMarks: Int = 220,
      period: ClosedRange<Int>? = nil
    ) {
      self.lanes = lanes
      self.scale = scale
      self.direction = direction
      self.page = page
      self.maximumPages = maximumPages
      self.language = language
      self.title = title
      self.maximumMarks = maximumMarks
      self.period = period
    }
  }

  private let graph: EventGraph
  private let theme: DiagramTheme
  private let options: Options
  private let wording: EventWording

  /// Prepares a timeline.
  /// - Parameters:
  ///   - graph: The events to draw.
  ///   - catalog: The labels and intensities of their types.
  ///   - words: The words of the language of the labels.
  ///   - theme: The colours and patterns.
  ///   - options: What the reader wants to see.
  public init(
    graph: EventGraph, catalog: EventCatalog, words: DiagramWords, theme: DiagramTheme,
    options: Options = Options()
  ) {
    self.graph = graph
    self.theme = theme
    self.options = options
    wording = EventWording(
      graph: graph, catalog: catalog, words: words, language: options.language)
  }

  /// The diagram, laid out.
  public func source() -> DiagramSource {
    let material = TimelineMaterial(graph, wording, options)
    let scene = Scene.stacked(scenes(material))
    let drawing = SceneDrawing.dot(scene, theme)
    return DiagramSource(
      dot: drawing.text, engine: .pinned, title: material.title,
      summary: material.summary, language: options.language,
      tooltips: drawing.tooltips, subjects: drawing.subjects, theme: theme, scene: scene)
  }

  /// The pages, from the first to the last.
  func pages() -> [Scene] { scenes(TimelineMaterial(graph, wording, options)) }

  /// The pages, each decided to the last position.
  private func scenes(_ material: TimelineMaterial) -> [Scene] {
    options.direction == .vertical
      ? VerticalPages(material).scenes() : horizontal(material).map(\.scene)
  }

  /// The horizontal pages; with fewer lanes where that lets more events keep marks of their own, or
  /// where not even the coarsest marks fit the sheet.
  private func horizontal(_ material: TimelineMaterial) -> [TimelineLayout] {
    let pages = HorizontalPages(material)
    var layouts = pages.layouts()
    guard options.lanes != .quadClasses else { return layouts }
    func limited(_ laneLimit: Int) -> HorizontalPages {
      HorizontalPages(TimelineMaterial(graph, wording, options, laneLimit: laneLimit))
    }
    if layouts.count == 1, pages.isCoarse(layouts[0]) {
      let limits = [5, 4, 3].filter { $0 < material.lanes.lanes.count }
      let finer = limits.compactMap { limited($0).picture(finerThan: layouts[0].share.level) }
      if let finest = finer.min(by: { $0.share.level < $1.share.level }) { return [finest] }
    }
    for limit in [5, 3, 2] {
      guard let height = pages.pageHeight,
        layouts.contains(where: { $0.scene.height > height + 0.5 })
      else { break }
      layouts = limited(limit).layouts()
    }
    return layouts
  }

  /// The horizontal layout of a single picture.
  func layout() -> TimelineLayout {
    horizontal(TimelineMaterial(graph, wording, options))[0]
  }
}
