/// The main text of a page.
///
/// The page is cut into blocks at block elements. The article is the element that holds most of
/// the running text (blocks of some length with few links, after Kohlschütter, Fankhauser and
/// Nejdl, "Boilerplate Detection using Shallow Text Features", 2010); its paragraphs are kept, its
/// link lines are not.
struct PageText {
  /// The paragraphs and headings between them, white space folded.
  let paragraphs: [String]
  /// The short lines beside the headline, where dates stand: those behind it first.
  let dateLines: [String]

  /// - Parameters:
  ///   - root: The page.
  ///   - title: The headline of the article.
  ///   - isLiveBlog: Whether each entry of the article may be marked as an article of its own.
  init(of root: HTMLNode, titled title: String, isLiveBlog: Bool) {
    let blocks = PageBlocks(of: root)
    let inside = blocks.insideArticle(isLiveBlog: isLiveBlog)
    dateLines = Self.dateLines(in: blocks.all, around: title)
    let chosen = Self.select(Self.standfirst(in: blocks.all, above: inside, under: title) + inside)
    // A page whose article is marked wrongly still has its text somewhere.
    let everywhere = Self.select(blocks.all)
    let isEnough = 4 * Self.byteCount(chosen) >= Self.byteCount(everywhere)
    paragraphs = isEnough ? chosen : everywhere
  }

  /// The sentences between the headline and the article, where they stand outside of it.
  private static func standfirst(
    in blocks: [TextBlock], above inside: [TextBlock], under title: String
  ) -> [TextBlock] {
    guard let first = inside.first,
      let start = blocks.firstIndex(where: { $0.element == first.element }),
      let headline = blocks[..<start].lastIndex(where: { $0.tag == "h1" && $0.text == title })
    else { return [] }
    let told = Set(inside.map(\.text))
    return blocks[(headline + 1)..<start].prefix(farthestStandfirst).filter { block in
      block.isSentence && !told.contains(block.text)
    }
  }

  /// So many blocks may a standfirst be below the headline: sections and authors stand between.
  private static let farthestStandfirst = 8

  private static func byteCount(_ paragraphs: [String]) -> Int {
    paragraphs.reduce(0) { $0 + $1.utf8.count }
  }

  private static func dateLines(in blocks: [TextBlock], around title: String) -> [String] {
    let headlines = blocks.indices.filter { blocks[$0].text == title }
    guard let headline = headlines.first(where: { blocks[$0].tag == "h1" }) ?? headlines.first
    else { return [] }
    let after = blocks[(headline + 1)...].prefix(12).prefix { !$0.isProse }
    let before = blocks[..<headline].suffix(4).reversed().prefix { !$0.isProse }
    return (after + before).filter { !$0.isHeading && $0.mayTellDate }.map(\.text)
  }

  /// Keeps running text, and headings that introduce some.
  private static func select(_ blocks: [TextBlock]) -> [String] {
    var kept: [String] = []
    var heading: String?
    for block in blocks {
      if block.tag == "h1" { continue }
      if block.isHeading {
        heading = block.isMostlyLink ? nil : block.text
        continue
      }
      guard let text = block.withoutLinkLines, block.isRunningText else {
        // "Related Stories" stands over links, and over nothing that comes later.
        if block.isMostlyLink { heading = nil }
        continue
      }
      if let heading { kept.append(heading) }
      heading = nil
      kept.append(text)
    }
    return kept
  }
}
