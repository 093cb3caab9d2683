import CasusModel
import Foundation
import Testing

struct EDTFTests {
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    CivilDay.number(year: year, month: month, day: day)
  }

  @Test(arguments: [
    "2022-09-05", "2022-09", "2022", "0000", "0044-03-15", "2022-09-05~", "2022-09~", "2014~",
    "2014?", "2014%", "199X", "19XX", "199X~", "2022-XX", "2022-09-XX", "2022-XX-XX", "XXXX-07",
    "XXXX-07-13", "XXXX-02-29", "2022-21", "2022-24", "2022-33", "2022-36", "2022-40", "2022-41",
    "2022-02-24/..", "../2022-02-24", "2022-02/", "/2022-02", "2022-05/2022-07",
    "2022-08-29/2022-09-04", "2021-12~/2022-02", "2022/2022-05", "2022-09-05/2022-09-05",
    "[2022-03-04,2022-04-03]", "[2022-03-04]", "2024-02-29", "2000-02-29", "1900-02-28",
  ])
  func valid(text: String) throws {
    let date = try #require(EDTF(text))
    #expect(date.rawValue == text)
    #expect(date.description == text)
    #expect(date.lowerBound <= date.upperBound)
  }

  @Test(arguments: [
    "", " ", "2022 ", " 2022", "22", "022", "20222", "2022-", "2022-9", "2022-009", "2022-9-5",
    "2022-00", "2022-13", "2022-20", "2022-25", "2022-32", "2022-37", "2022-42", "2022-09-00",
    "2022-09-31", "2022-02-29", "2023-02-29", "1900-02-29", "2100-02-29", "2022-02-30",
    "2022-09-5", "2022-09-055", "2022-21-01", "2022-33-01", "2022-XX-05", "2X22", "20X2", "X022",
    "XXXX", "XXXX-13", "XXXX-7", "XXXX-02-30", "XXXX-21", "XXXX-07-XX", "199X-05", "19XX-05-01",
    "~2022", "2022~~", "2022?~", "2022-~09", "2022/09/05", "/", "../..", "..", "/..", "../",
    "2022/2021", "2022-05/2022-04", "2022-09-06/2022-09-05", "2022//2023", "2022/2023/2024",
    "[]", "[2022-03-04", "2022-03-04]", "[2022-03-04,]", "[2022-03-04, 2022-04-03]",
    "[2022-02-30,2022-03-01]", "2022-W36", "2022-+9", "2022-09-+5", "+022", "-044", "٢٠٢٢",
    "2022–09–05", "today", "2022-09-05T10:00:00Z", "none",
  ])
  func invalid(text: String) {
    #expect(EDTF(text) == nil)
  }

  @Test(
    arguments: [
      ("2022-09-05", (2022, 9, 5), (2022, 9, 5)),
      ("2022-09-05~", (2022, 9, 5), (2022, 9, 5)),
      ("2022-02", (2022, 2, 1), (2022, 2, 28)),
      ("2024-02", (2024, 2, 1), (2024, 2, 29)),
      ("2022-12", (2022, 12, 1), (2022, 12, 31)),
      ("2022", (2022, 1, 1), (2022, 12, 31)),
      ("2022-XX", (2022, 1, 1), (2022, 12, 31)),
      ("2022-09-XX", (2022, 9, 1), (2022, 9, 30)),
      ("199X", (1990, 1, 1), (1999, 12, 31)),
      ("19XX", (1900, 1, 1), (1999, 12, 31)),
      ("2022-21", (2022, 3, 1), (2022, 5, 31)),
      ("2022-22", (2022, 6, 1), (2022, 8, 31)),
      ("2022-23", (2022, 9, 1), (2022, 11, 30)),
      ("2022-24", (2022, 12, 1), (2023, 2, 28)),
      ("2023-24", (2023, 12, 1), (2024, 2, 29)),
      ("2022-33", (2022, 1, 1), (2022, 3, 31)),
      ("2022-36", (2022, 10, 1), (2022, 12, 31)),
      ("2022-40", (2022, 1, 1), (2022, 6, 30)),
      ("2022-41", (2022, 7, 1), (2022, 12, 31)),
      ("2022-08-29/2022-09-04", (2022, 8, 29), (2022, 9, 4)),
      ("2021-12/2022-02", (2021, 12, 1), (2022, 2, 28)),
      ("[2022-03-04,2022-04-03]", (2022, 3, 4), (2022, 4, 3)),
    ] as [(String, (Int, Int, Int), (Int, Int, Int))])
  func bounds(text: String, first: (Int, Int, Int), last: (Int, Int, Int)) throws {
    let date = try #require(EDTF(text))
    #expect(date.lowerBound == Self.day(first.0, first.1, first.2))
    #expect(date.upperBound == Self.day(last.0, last.1, last.2))
    #expect(!date.isOpen)
  }

  @Test(arguments: ["2022-02-24/..", "2022-02-24/"])
  func openEnd(text: String) throws {
    let date = try #require(EDTF(text))
    #expect(date.isOpen)
    #expect(date.lowerBound == Self.day(2022, 2, 24))
    #expect(date.upperBound == .max)
  }

  @Test(arguments: ["../2022-09", "/2022-09"])
  func openStart(text: String) throws {
    let date = try #require(EDTF(text))
    #expect(date.isOpen)
    #expect(date.lowerBound == .min)
    #expect(date.upperBound == Self.day(2022, 9, 30))
  }

  @Test(arguments: ["XXXX-07", "XXXX-07-13", "XXXX-05/XXXX-07"])
  func unknownYear(text: String) throws {
    let date = try #require(EDTF(text))
    #expect(date.lacksYear)
    #expect(date.isOpen)
  }

  @Test(
    arguments: [
      ("2022-09-05", .day), ("2022-09-05~", .day), ("2022-09", .month), ("2022-09~", .month),
      ("2022-21", .season), ("2022-35", .season), ("2022-41", .season), ("2022", .year),
      ("2014~", .year), ("199X", .decade), ("199X~", .decade), ("2022-02-24/..", .interval),
      ("[2022-03-04,2022-04-03]", .interval), ("XXXX-07", .unknownYear),
      ("XXXX-07-13", .unknownYear),
    ] as [(String, EDTF.Precision)])
  func precision(text: String, precision: EDTF.Precision) throws {
    #expect(try #require(EDTF(text)).precision == precision)
  }

  @Test(arguments: [
    ("2022~", true), ("2022%", true), ("2022-09~/..", true), ("2022", false), ("2022?", false),
  ])
  func approximation(text: String, isApproximate: Bool) throws {
    #expect(try #require(EDTF(text)).isApproximate == isApproximate)
  }

  @Test func sortsByFirstDayThenLastDayThenText() throws {
    let sorted = [
      "../2013", "2014", "2014~", "2014-02-27", "2022-02-24", "2022-02-24/2022-03-01",
      "2022-02-24/..", "2022-09-05",
    ]
    let dates = try sorted.map { try #require(EDTF($0)) }
    #expect(dates.reversed().sorted().map(\.rawValue) == sorted)
    #expect(dates.shuffled().sorted() == dates)
  }

  @Test(arguments: [
    ("2022-09-05", "2022-09", true), ("2022-09", "2022-08-29/2022-09-04", true),
    ("2022-02-24/..", "2030", true), ("../2022-02-23", "2022-02-24", false),
    ("2022-24", "2023-01-15", true), ("2022", "2023", false),
  ])
  func overlap(first: String, second: String, isCommon: Bool) throws {
    let (a, b) = (try #require(EDTF(first)), try #require(EDTF(second)))
    #expect(a.overlaps(b) == isCommon)
    #expect(b.overlaps(a) == isCommon)
  }

  @Test(arguments: [-719_162, -1, 0, 59, 19_240, 2_932_896])
  func dayRoundTrip(number: Int) throws {
    let date = try #require(EDTF.day(number))
    #expect(date.lowerBound == number)
    #expect(date.upperBound == number)
  }

  @Test func daysBeyondFourDigitYearsAreRefused() {
    #expect(EDTF.day(2_932_897) == nil)
    #expect(EDTF.day(-719_529) == nil)
  }

  @Test func codesAsItsText() throws {
    let date = try #require(EDTF("2022-02-24/.."))
    let data = try JSONEncoder().encode([date])
    #expect(try JSONDecoder().decode([EDTF].self, from: data) == [date])
    let broken = Data(#"["2022-02-30"]"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([EDTF].self, from: broken) }
  }
}
