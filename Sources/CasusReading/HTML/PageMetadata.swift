/// What a page says about itself outside its text.
struct PageMetadata {
  private var fields: [String: String] = [:]
  /// The same by the letters of their names alone: `publish-date`, `publishDate` and `publish_date` are one.
  private var plainFields: [String: String] = [:]
  private var headings: [String] = []
  private var titleElement = ""
  private var canonical: String?
  private var declaredLanguage: String?
  private var linkedData = LinkedData()
  private var markedTimes: [String] = []
  private var articleTimes: [String] = []
  private var otherTimes: [String] = []

  init(of root: HTMLNode) {
    declaredLanguage = root.attribute("lang") ?? root.attribute("xml:lang")
    collect(root, isInArticle: false)
  }

  /// The headline: the `h1` that the page's title repeats, else `og:title`, JSON-LD's headline,
  /// any `h1`, and last the title element; empty when there is none.
  var title: String {
    let shared = fields["og:title"].unlessEmpty ?? linkedData.headline.unlessEmpty
    let repeated = headings.first {
      titleElement.contains($0) || shared?.contains($0) == true
    }
    return repeated ?? shared ?? headings.first ?? titleElement
  }

  /// The language as declared, such as `id-ID`.
  var language: String? {
    declaredLanguage.unlessEmpty ?? linkedData.language.unlessEmpty
      ?? fields["og:locale"].unlessEmpty
  }

  /// The publisher's name.
  var publisher: String? {
    fields["og:site_name"].unlessEmpty ?? linkedData.publisher.unlessEmpty
  }

  /// The canonical address; anything but http and https is ignored.
  var url: String? {
    [canonical, fields["og:url"], linkedData.url].lazy.compactMap { $0 }.first {
      $0.hasPrefix("https://") || $0.hasPrefix("http://")
    }
  }

  /// The text as the page describes it for machines, for pages that show it by a script.
  var body: [String] {
    (linkedData.body ?? "").split(whereSeparator: \.isNewline).map {
      String($0).foldingWhiteSpace()
    }
    .filter { !$0.isEmpty }
  }

  /// Whether the page is a live blog.
  var isLiveBlog: Bool { linkedData.isLiveBlog }

  /// Candidates for the publication date, the most trustworthy first.
  var dates: [String] {
    let names = [
      "articlepublishedtime", "datepublished", "ogarticlepublishedtime", "ogpublishedtime",
      "pubdate",
      "publishdate", "publisheddate", "contentpublisheddate", "publicationdate",
      "articlepublisheddate",
      "articlepublished", "articledateoriginal", "articledate", "publishedtime", "publishtime",
      "publishedat", "parselypubdate", "sailthrudate", "cxenseparserecspublishtime", "dcdateissued",
      "dctermsissued", "dctermsdate", "dcdate", "date",
    ]
    let times = [markedTimes, articleTimes].first { !$0.isEmpty } ?? otherTimes
    let isCertain = !markedTimes.isEmpty || !articleTimes.isEmpty || Set(otherTimes).count == 1
    return linkedData.published + names.compactMap { plainFields[$0] } + (isCertain ? times : [])
  }

  private mutating func collect(_ node: HTMLNode, isInArticle: Bool) {
    guard node.isElement else { return }
    switch node.name {
    case "meta": collectField(node)
    case "link": collectLink(node)
    case "title": if titleElement.isEmpty { titleElement = node.text.foldingWhiteSpace() }
    case "script":
      if node.attribute("type")?.lowercased() == "application/ld+json" {
        linkedData.add(node.text)
      }
    case "h1":
      let heading = node.text.foldingWhiteSpace()
      if !heading.isEmpty { headings.append(heading) }
    case "time": collectTime(node, isInArticle: isInArticle)
    case "nav", "aside", "footer", "svg", "style", "template": break
    case "article", "main": for child in node.children { collect(child, isInArticle: true) }
    default: for child in node.children { collect(child, isInArticle: isInArticle) }
    }
  }

  private mutating func collectField(_ node: HTMLNode) {
    guard let content = node.attribute("content"), !content.isEmpty else { return }
    for key in ["property", "name", "itemprop"] {
      guard let name = node.attribute(key)?.lowercased(), fields[name] == nil else { continue }
      fields[name] = content.foldingWhiteSpace()
      let plain = name.filter(\.isLetter)
      if plainFields[plain] == nil { plainFields[plain] = fields[name] }
    }
  }

  private mutating func collectLink(_ node: HTMLNode) {
    guard canonical == nil, node.attribute("rel")?.lowercased() == "canonical" else { return }
    canonical = node.attribute("href")
  }

  private mutating func collectTime(_ node: HTMLNode, isInArticle: Bool) {
    guard let time = node.attribute("datetime"), !time.isEmpty else { return }
    if node.attribute("pubdate") != nil
      || node.attribute("itemprop")?.lowercased() == "datepublished"
    {
      markedTimes.append(time)
    } else if isInArticle {
      articleTimes.append(time)
    } else {
      otherTimes.append(time)
    }
  }
}

extension Optional<String> {
  fileprivate var unlessEmpty: String? { self?.isEmpty == false ? self : nil }
}
