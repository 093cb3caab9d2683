import ArgumentParser
import CasusExtraction

/// What a million tokens cost, in any currency.
struct TokenPrice: Equatable {
  var input: Double
  var output: Double

  /// Reads `0.15 0.60`, or one number for both.
  init(argument: String) throws {
    let words = argument.split(separator: " ")
    let numbers = words.compactMap { Double($0) }.filter { $0 >= 0 && $0.isFinite }
    guard (1...2).contains(words.count), numbers.count == words.count else {
      throw ValidationError("--price '\(argument)' is not one or two numbers, such as '0.15 0.60'")
    }
    (input, output) = (numbers[0], numbers[numbers.count - 1])
  }

  /// The price of some tokens.
  func cost(of usage: TokenUsage) -> Double {
    (Double(usage.input) * input + Double(usage.output) * output) / 1_000_000
  }
}
