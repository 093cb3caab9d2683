import CasusModel
import Testing

struct EDTFCivilDayTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2022, 9, 5, 19_240),
    (1, 1, 1, -719_162), (0, 3, 1, -719_468), (9999, 12, 31, 2_932_896),
  ])
  func numbers(year: Int, month: Int, day: Int, number: Int) {
    #expect(CivilDay.number(year: year, month: month, day: day) == number)
    #expect(CivilDay.date(of: number) == (year, month, day))
  }

  @Test func everyDayOfFourCenturiesFollowsTheLast() {
    var (year, month, day) = (1799, 12, 31)
    for number in CivilDay.number(
      year: 1800, month: 1, day: 1)...CivilDay.number(
        year: 2200, month: 12, day: 31)
    {
      day += 1
      if day > CivilDay.daysIn(month: month, of: year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      guard CivilDay.date(of: number) == (year, month, day) else {
        Issue.record("day \(number) is not \(year)-\(month)-\(day)")
        return
      }
    }
  }

  @Test(arguments: [
    (1970, 1, 1, 4), (2022, 9, 5, 1), (2022, 9, 4, 7), (1900, 1, 1, 1), (1969, 12, 28, 7),
  ])
  func weekdays(year: Int, month: Int, day: Int, weekday: Int) {
    #expect(
      CivilDay.weekday(of: CivilDay.number(year: year, month: month, day: day)) == weekday)
  }

  @Test(arguments: [(2000, true), (2024, true), (1900, false), (2100, false), (2023, false)])
  func leapYears(year: Int, isLeap: Bool) {
    #expect(CivilDay.isLeap(year) == isLeap)
    #expect(CivilDay.daysIn(month: 2, of: year) == (isLeap ? 29 : 28))
  }
}
