import CasusKnowledge
import CasusModel

extension Reckoning {
  /// The same day, month or week so many years, months or weeks away: "ten years ago today", "two
  /// years ago this month", "a year ago in March".
  func sameDay(_ date: EDTF, _ parts: DateParts, _ sign: Int) -> EDTF? {
    guard let unit = parts.unit, let count = parts[.count], let first = date.finiteBound else {
      return date
    }
    switch unit {
    case .week where date.isDay: return .day(first + 7 * count * sign)
    case .month where date.isDay, .year, .decade:
      let months = count * sign * (unit == .month ? 1 : unit == .year ? 12 : 120)
      return sameDay(date, months: months, from: first)
    // "Three days ago on Monday".
    default: return date
    }
  }

  private func sameDay(_ date: EDTF, months: Int, from first: Int) -> EDTF? {
    // The middle of a week says which one it is.
    let (year, month, day) = CivilDay.date(of: date.isWeek ? first + 3 : first)
    let index = year * 12 + month - 1 + months
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    if date.isDay || date.isWeek {
      let number = CivilDay.number(
        year: newYear, month: newMonth,
        day: min(day, CivilDay.daysIn(month: newMonth, of: newYear)))
      return date.isDay ? .day(number) : week(containing: number, isWeekend: false)
    }
    // Months and seasons keep what stands behind their year.
    return date.isInterval ? nil : EDTF(pad(newYear) + date.rawValue.dropFirst(4))
  }
}
