import Testing

@testable import CasusCLI

/// What a meter writes, with a clock of its own.
@Suite struct ProgressMeterTests {
  private final class Tape {
    var text = ""
    var time = Duration.seconds(100)
  }

  private func meter(_ tape: Tape, total: Int, _ style: ProgressMeter.Style) -> ProgressMeter {
    ProgressMeter(
      total: total, noun: "article", style: style, now: { tape.time },
      write: { tape.text += $0 })
  }

  @Test func barWithRateAndTimeLeft() {
    let tape = Tape()
    var meter = meter(tape, total: 1000, .bar)
    meter.update(done: 0, count: 1)
    #expect(tape.text == "\r[........................] 0 %  1 article\u{1B}[K")
    tape.text = ""
    tape.time += .milliseconds(50)
    meter.update(done: 100, count: 10)
    #expect(tape.text.isEmpty)
    tape.time += .milliseconds(9_950)
    meter.update(done: 250, count: 200)
    #expect(
      tape.text == "\r[######..................] 25 %  200 articles  20/s  0:30 left\u{1B}[K")
    tape.text = ""
    meter.clear()
    meter.clear()
    #expect(tape.text == "\r\u{1B}[K")
    meter.update(done: 1000, count: 2000)
    #expect(tape.text.hasSuffix("\r[########################] 100 %  2000 articles  200/s\u{1B}[K"))
  }

  @Test func plainLinesEveryTenSeconds() {
    let tape = Tape()
    var meter = meter(tape, total: 0, .lines)
    for count in 1...60 {
      tape.time += .milliseconds(500)
      meter.update(done: 0, count: count)
    }
    meter.clear()
    #expect(
      tape.text == """
        casus: 20 articles  2.0/s
        casus: 40 articles  2.0/s
        casus: 60 articles  2.0/s

        """)
  }

  @Test(arguments: [(1, "16:39 left"), (10, "1:39 left"), (999, "0:01 left")])
  func timeLeft(done: Int, text: String) {
    let tape = Tape()
    var meter = meter(tape, total: 1000, .bar)
    tape.time += .seconds(1)
    meter.update(done: done, count: 5)
    #expect(tape.text.contains(text))
  }
}
