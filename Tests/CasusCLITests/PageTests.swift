import CasusDiagram
import CasusModel
import CasusTestSupport
import Foundation
import Testing

/// The web page that `-o x.html` writes; `make page-test` opens it in a browser as well.
@Suite struct PageTests {
  /// A page taken apart.
  private struct Page {
    let text: String
    let data: [String: Any]

    init(_ folder: TemporaryFolder, _ name: String = "x.html") throws {
      text = try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
      let json = try #require(Page.inside("<script type=\"application/json\" id=\"data\">", text))
      #expect(!json.contains("<") && !json.contains(">") && !json.contains("&"))
      let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
      data = try #require(object as? [String: Any])
    }

    func list(_ name: String) -> [[String: Any]] { data[name] as? [[String: Any]] ?? [] }

    /// What stands between a start tag and the next tag that ends a script or style sheet.
    static func inside(_ tag: String, _ text: String) -> String? {
      guard let start = text.firstRange(of: tag)?.upperBound else { return nil }
      let ends = ["</script", "</style"].compactMap {
        text[start...].firstRange(of: $0)?.lowerBound
      }
      return ends.min().map { String(text[start..<$0]) }
    }

    func count(of part: String) -> Int { text.ranges(of: part).count }
  }

  private static func page(_ command: String, _ arguments: String...) throws -> Page {
    let folder = try TemporaryFolder()
    let run = try CasusProgram.run(
      [command, "-o", "x.html"] + arguments, in: folder, on: .sample)
    try #require(run.code == 0, "\(run.errors)")
    #expect(run.output == "" && run.errors == "")
    return try Page(folder)
  }

  @Test(arguments: ["timeline", "graph"])
  func isOneFileThatAsksForNothing(command: String) throws {
    let page = try Self.page(command)
    #expect(page.text.hasPrefix("<!DOCTYPE html>"))
    #expect(page.count(of: "<script") == 2)
    #expect(page.count(of: "<style") == 1)
    #expect(page.count(of: "<link") == 1)
    #expect(page.text.contains("<link rel=\"icon\" href=\"data:,\">"))
    for tag in ["<img", "<iframe", "<object", "<embed", "<base", "<form", "<use", "<image"] {
      #expect(page.count(of: tag) == 0, "\(tag)")
    }
    #expect(page.count(of: " src=") == 0)
    #expect(page.count(of: "@import") == 0)
    #expect(!page.text.contains("{{"))
  }

  @Test(arguments: ["timeline", "graph"])
  func thePolicyAllowsItsOwnScriptAndStyleOnly(command: String) throws {
    let page = try Self.page(command)
    for (directive, tag) in [("script-src", "<script>"), ("style-src", "<style>")] {
      let digits = Array(ContentHash.hex(of: try #require(Page.inside(tag, page.text)).utf8))
      let bytes = stride(from: 0, to: 64, by: 2).map {
        UInt8(String(digits[$0...($0 + 1)]), radix: 16) ?? 0
      }
      let hash = Data(bytes).base64EncodedString()
      #expect(page.text.contains("\(directive) 'sha256-\(hash)';"), "\(directive)")
    }
    #expect(page.text.contains("content=\"default-src 'none'; "))
    #expect(!page.text.contains("unsafe-inline") && !page.text.contains("unsafe-eval"))
    #expect(page.count(of: " style=\"") == 0)
  }

  @Test(arguments: ["timeline", "graph"])
  func givesTheSameBytesEveryTime(command: String) throws {
    #expect(try Self.page(command).text == Self.page(command).text)
  }

  @Test(arguments: ["timeline", "graph"])
  func everyEventIsOnItWithItsEvidenceAndItsMark(command: String) throws {
    let page = try Self.page(command, "--label-language", "en")
    let events = page.list("events")
    let stored = try CasusProgram.run(["events", "--csv"], on: .sample).lines.count - 1
    #expect(events.count == stored && stored > 3)
    for event in events {
      let reports = try #require(event["reports"] as? [[String: Any]])
      #expect(!reports.isEmpty)
      for report in reports {
        let article = try #require(report["article"] as? Int)
        #expect(page.list("articles").indices.contains(article))
        let words = try #require(report["words"] as? [String])
        #expect(words.count == 3 && !words[1].isEmpty)
      }
    }
    let marks = page.list("marks")
    let drawn = Set(marks.compactMap { $0["events"] as? [Int] }.joined())
    #expect(drawn == Set(events.indices))
    for number in marks.indices {
      #expect(page.text.contains(" data-mark=\"\(number)\""))
      #expect(page.count(of: " data-mark=\"\(number)\" role=\"button\"") == 1, "mark \(number)")
    }
    #expect(page.count(of: "data-mark=\"\(marks.count)\"") == 0)
  }

  @Test func everyMarkHasANameForScreenReaders() throws {
    for command in ["timeline", "graph"] {
      let page = try Self.page(command)
      #expect(page.count(of: "role=\"button\"") > 3)
      #expect(page.count(of: "aria-label=\"\"") == 0)
      #expect(page.text.contains("<svg width="))
      #expect(page.text.contains("role=\"group\" aria-label=\""))
    }
  }

  @Test func hostileTextStaysText() throws {
    let attacks = [
      "</script><script>alert(1)</script>", "<!--<script>", "]]>", "\" onload=\"alert(1)",
      "<svg onload=alert(1)>", "{{data}}", "\u{0}\u{202E}\u{2028}\u{FEFF}nul", "&lt;b&gt;&amp;",
      String(repeating: "W", count: 10_000), "\\u003cscript>", "</style><style>*{display:none}",
    ]
    let addresses = [
      "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "https://a.example/\"<b>",
    ]
    let folder = try TemporaryFolder()
    var lines = Data()
    for (number, attack) in attacks.enumerated() {
      let article = [
        "title": attack, "publisher": attack, "url": addresses[number % 4] + "/\(number)",
        "language": "en", "published": "2022-03-\(number + 10)",
        "text":
          "\(attack)\n\nRussia attacked Ukraine on \(number + 1) March 2022 with \(attack).\n",
      ]
      lines += try JSONEncoder().encode(article) + Data("\n".utf8)
    }
    try folder.write(lines, to: "hostile.jsonl")
    #expect(try CasusProgram.run("import", "hostile.jsonl", in: folder).code == 0)
    for command in ["timeline", "graph"] {
      let run = try CasusProgram.run(
        command, "--title", attacks[0], "-o", "x.html", in: folder)
      #expect(run.code == 0, "\(run.errors)")
      let page = try Page(folder)
      #expect(page.count(of: "<script") == 2 && page.count(of: "</script") == 2)
      #expect(page.count(of: "<style") == 1 && page.count(of: "</style") == 1)
      #expect(page.count(of: "<svg") == 1 && page.count(of: "<!--") == 0)
      for scalar in ["\u{0}", "\u{202E}", "\u{2028}", "\u{FEFF}"] as [Unicode.Scalar] {
        #expect(!page.text.unicodeScalars.contains(scalar), "\(scalar.value)")
      }
      let titles = Set(page.list("articles").compactMap { $0["title"] as? String })
      // Entities that stand in a title are the characters that they mean.
      #expect(titles.contains(attacks[0]) && titles.contains("<b>&"))
      let links = page.list("articles").compactMap { $0["url"] as? String }
      #expect(links.count == 2)
      #expect(links.allSatisfy { $0.hasPrefix("https://a.example/%22%3Cb%3E") })
    }
  }

  @Test func articleTextIsLeftOutOnRequest() throws {
    let whole = try Self.page("timeline").list("events")
    let quote = try Self.page("timeline", "--evidence", "quote").list("events")
    let none = try Self.page("timeline", "--evidence", "none")
    func words(_ events: [[String: Any]]) -> [[String]] {
      events.flatMap { $0["reports"] as? [[String: Any]] ?? [] }
        .compactMap { $0["words"] as? [String] }
    }
    #expect(words(whole).contains { !$0[0].isEmpty || !$0[2].isEmpty })
    #expect(words(quote).map { $0[1] } == words(whole).map { $0[1] })
    #expect(words(quote).allSatisfy { $0[0].isEmpty && $0[2].isEmpty })
    #expect(words(none.list("events")).isEmpty)
    #expect(none.list("events").count == whole.count)
    let titles = none.list("articles").compactMap { $0["title"] as? String }
    for text in words(whole).map({ $0[1] }) where text.count > 40 && !titles.contains(text) {
      #expect(!none.text.contains(text), "\(text)")
    }
    let picture = try TemporaryFolder()
    let run = try CasusProgram.run(
      "timeline", "--evidence", "none", "-o", "x.svg", in: picture, on: .sample)
    #expect(run.code == 0)
    let drawing = try String(contentsOf: picture.url.appending(path: "x.svg"), encoding: .utf8)
    #expect(!drawing.contains("“"))
  }

  @Test func unknownEvidenceIsAUsageError() throws {
    let run = try CasusProgram.run(
      "timeline", "--evidence", "all", "-o", "x.html", on: .sample)
    #expect(run.code == 64)
    #expect(run.errors.contains("'all' is no kind of evidence; write sentence, quote or none"))
  }

  @Test(arguments: ["de", "en", "id", "uk", "ru"])
  func everyLanguageHasAllWords(language: String) throws {
    let page = try Self.page("timeline", "--label-language", language)
    #expect(page.text.contains("<html lang=\"\(language)\">"))
    let words = try #require(page.data["words"] as? [String: String])
    let english = try #require(
      Self.page("timeline", "--label-language", "en").data["words"] as? [String: String])
    #expect(Set(words.keys) == Set(english.keys))
    // A text fills in the same names in every language.
    for (key, text) in english where !key.hasPrefix("count.") {
      #expect(Self.names(words[key] ?? "") == Self.names(text), "\(language) \(key)")
    }
  }

  private static func names(_ text: String) -> Set<Substring> {
    Set(text.matches(of: /\{\w+\}/).map(\.output))
  }

  @Test func everyWordThatTheScriptsNameIsInTheData() throws {
    let page = try Self.page("timeline")
    let words = try #require(page.data["words"] as? [String: String])
    let script = try #require(Page.inside("<script>", page.text))
    let named = script.matches(of: /(?:word|count|fact|link)\("([a-z.-]+)"/).map { String($0.1) }
    #expect(named.count > 20)
    for key in Set(named) where !key.hasSuffix(".") {
      #expect(words[key] != nil, "\(key)")
    }
  }
}
