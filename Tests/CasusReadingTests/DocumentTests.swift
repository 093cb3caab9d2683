import CasusModel
import CasusReading
import Foundation
import Testing

/// Word and PDF.
@Suite struct DocumentTests {
  @Test func word() throws {
    let path = fixtures.appending(path: "archives/article.docx").path
    let results = Array(ArticleReaders.read(paths: [path], options: ReadingOptions()))
    let article = try #require(results.first).get()
    #expect(article.title == "Arvenia cuts ties")
    #expect(article.language == "en")
    #expect(
      article.text == """
        Arvenia cuts ties

        Arvenia cut ties with Belmora on Monday.

        Belmora protested.

        Then talks.
        """)
    let bytes = try Data(contentsOf: URL(filePath: path))
    #expect(try read(bytes, as: "article").first?.get().text == article.text)
  }

  @Test func otherArchivesAreNoWordDocuments() throws {
    let bytes = try Data(contentsOf: fixtures.appending(path: "archives/pages.zip"))
    #expect(try readProblem(bytes, as: "a.docx").message.contains("is no Word document"))
    #expect(try readProblem("text".utf8, as: "a.docx").message.contains("no whole zip archive"))
  }

  private static let hasPoppler = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext") }

  @Test(.enabled(if: hasPoppler, "pdftotext of poppler-utils is not installed"))
  func pdf() throws {
    let document = PDFDocument(lines: ["Arvenia cuts ties", "Arvenia cut ties with Belmora."])
    for name in ["a.pdf", "article", "-odd.pdf"] {
      let article = try #require(try read(document.bytes, as: name).first).get()
      #expect(article.title == "Arvenia cuts ties")
      #expect(article.text.contains("Arvenia cut ties with Belmora."))
    }
    let blank = try readProblem(PDFDocument(lines: []).bytes, as: "a.pdf")
    #expect(blank.message.contains("has no text"))
    let damaged = try readProblem("%PDF-1.4\n".utf8, as: "a.pdf")
    #expect(damaged.message.contains("cannot be read by pdftotext"))
  }
}

/// A PDF of one page with some lines of ASCII.
private struct PDFDocument {
  let bytes: [UInt8]

  init(lines: [String]) {
    let words = lines.map { "(\($0)) Tj 0 -20 Td" }.joined(separator: " ")
    let content = "BT /F1 12 Tf 72 720 Td \(words) ET"
    let objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        + "/Resources<</Font<</F1 5 0 R>>>>>>",
      "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\(object)endobj\n"
    }
    let table = text.utf8.count
    let rows = offsets.map { offset in
      String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n"
    }
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n" + rows.joined()
    text += "trailer<</Root 1 0 R/Size \(objects.count + 1)>>\nstartxref\n\(table)\n%%EOF\n"
    bytes = Array(text.utf8)
  }
}
