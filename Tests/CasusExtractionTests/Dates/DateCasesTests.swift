import Foundation
import Testing

/// The shared cases, when they lie beside the package.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: DateCase.file.path),
    "date-cases.jsonl is not there; set CASUS_SHARED to the folder that holds dates/"))
struct DateCasesTests {
  @Test(arguments: [("id", 0.95), ("en", 0.95), ("uk", 0.9), ("ru", 0.9)])
  func exactDates(language: String, floor: Double) throws {
    let cases = try DateCase.load().filter { $0.lang == language }
    let reader = try #require(DateReader.all[language])
    var wrong: [String] = []
    for item in cases {
      let (edtf, basis) = item.result(reader)
      if edtf != item.edtf {
        wrong.append("\(edtf) for \(item.edtf) at '\(item.expression)' in: \(item.text)")
      } else if basis != item.basis {
        print("basis \(basis) for \(item.basis): \(item.text)")
      }
    }
    let share = 1 - Double(wrong.count) / Double(max(1, cases.count))
    print("date cases \(language): \(cases.count - wrong.count) of \(cases.count) exact")
    for line in wrong { print("  \(line)") }
    #expect(share >= floor, "\(wrong.joined(separator: "\n"))")
  }
}
