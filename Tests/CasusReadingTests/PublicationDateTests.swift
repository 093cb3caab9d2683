import CasusModel
import Testing

@testable import CasusReading

@Suite struct PublicationDateTests {
  @Test(arguments: [
    ("2022-09-06", "2022-09-06"), (" 2022-09 ", "2022-09"), ("2022", "2022"),
    ("2022-09-06T08:30:00+07:00", "2022-09-06"), ("2022-09-06T23:30:00Z", "2022-09-06"),
    ("2022-09-06 08:30", "2022-09-06"), ("2022/9/6", "2022-09-06"),
    ("Tue, 06 Sep 2022 08:30:00 GMT", "2022-09-06"), ("6 Sep 2022", "2022-09-06"),
    ("2022-09~", "2022-09~"),
  ])
  func understood(text: String, date: String) {
    #expect(PublicationDate.parse(text)?.rawValue == date)
  }

  @Test(arguments: [
    "2022-02-30", "2022-13-01", "2022-02-30T10:00", "30 Feb 2022", "06/09/2022", "yesterday", "",
    "2022-09-05/2022-09-07", "2022/..", "XXXX-07", "2022-09-06x",
  ])
  func refused(text: String) {
    #expect(PublicationDate.parse(text) == nil)
  }
}
