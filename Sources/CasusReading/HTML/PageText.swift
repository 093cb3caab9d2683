/// The main text of a page.
///
/// The page is cut into blocks at block elements. The article is the element that holds most of
/// the running text (blocks of some length with few links, after Kohlschütter, Fankhauser and
/// Nejdl, "Boilerplate Detection using Shallow Text Features", 2010); its paragraphs are kept, its
/// link lines are not.
struct PageText {
  /// The paragraphs and headings between them, white space folded.
  let paragraphs: [String]

  init(of root: HTMLNode) {
    let blocks = PageBlocks(of: root)
    let inside = blocks.insideArticle()
    let chosen = Self.select(inside)
    // A page whose article is marked wrongly still has its text somewhere.
    let everywhere = Self.select(blocks.all)
    let isEnough = 4 * Self.byteCount(chosen) >= Self.byteCount(everywhere)
    paragraphs = isEnough ? chosen : everywhere
  }

  private static func byteCount(_ paragraphs: [String]) -> Int {
    paragraphs.reduce(0) { $0 + $1.utf8.count }
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
      guard let text = block.withoutLinkLines, block.isRunningText else { continue }
      if let heading { kept.append(heading) }
      heading = nil
      kept.append(text)
    }
    return kept
  }
}
