import Testing

@testable import CasusDiagram

/// No two texts overlap, no text touches a mark that does not hold it, nothing leaves the page.
func expectClean(_ scene: Scene, _ what: String) {
  let page = Scene.Rect(x: 0, y: 0, width: scene.width, height: scene.height)
  let texts = scene.texts.sorted { $0.rect.x < $1.rect.x }
  for (index, text) in texts.enumerated() {
    let inside =
      text.rect.x >= page.x && text.rect.maxX <= page.maxX && text.rect.y >= 0
      && text.rect.maxY <= page.maxY
    #expect(inside, "\(what): \(text.lines) leaves the page")
    for line in text.lines {
      #expect(text.style.width(of: line) <= text.rect.width, "\(what): \(line) is cut")
    }
    for other in texts[(index + 1)...] {
      if other.rect.x >= text.rect.maxX { break }
      #expect(
        !text.rect.grown(-0.01, -0.01).intersects(other.rect),
        "\(what): \(text.lines) overlaps \(other.lines)")
    }
    for mark in scene.marks where text.rect.intersects(mark.rect) {
      let holds =
        mark.rect.x <= text.rect.x && mark.rect.maxX >= text.rect.maxX
        && mark.rect.y <= text.rect.midY && mark.rect.maxY >= text.rect.midY
      #expect(holds, "\(what): \(text.lines) touches a mark")
    }
  }
}
