/// Which page of how many, and how high it is.
struct PageFrame: Hashable {
  /// The height of the sheet; `nil` for a picture as high as it needs.
  var height: Double?
  var number = 1
  var count = 1
}

/// Title, period and footer, the same on every diagram.
enum DiagramFurniture {
  static let margin = 30.0
  private static let titleStyle = TextStyle(isBold: true, size: 17, color: .ink)
  private static let summaryStyle = TextStyle(size: 9.5, color: .quietInk)
  private static let footerStyle = TextStyle(size: 7, color: .quietInk)

  /// Adds title and summary.
  /// - Returns: Where the diagram may begin.
  static func addHead(
    _ title: String, _ summary: String, page: PageFrame, words: DiagramWords, to scene: inout Scene
  ) -> Double {
    let width = (scene.width - 2 * margin) / 1.02 - 2
    var summary = summary.capitalizedStart
    if page.count > 1 {
      summary +=
        " · "
        + words.filled(.page, ["number": String(page.number), "count": String(page.count)])
    }
    var y = margin - 4
    for (text, style) in [(title, titleStyle), (summary, summaryStyle)] {
      let text = Scene.Text(
        style.wrapped(text, width: width, lines: 2), style, x: margin, y: y)
      scene.texts.append(text)
      y = text.rect.maxY + 3
    }
    scene.headHeight = y
    return y + 12
  }

  /// Adds the sentences at the foot.
  /// - Returns: The height of the whole picture.
  static func addFooter(_ sentences: [String], y: Double, to scene: inout Scene) -> Double {
    let text = Scene.Text(
      footerStyle.wrapped(
        sentences.map(\.capitalizedStart).joined(separator: ". ") + ".",
        width: (scene.width - 2 * margin) / 1.02 - 2,
        lines: 4), footerStyle, x: margin, y: y)
    scene.texts.append(text)
    return text.rect.maxY + margin - 8
  }
}
