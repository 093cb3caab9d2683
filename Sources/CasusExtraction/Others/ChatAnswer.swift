import Foundation

/// The answer of a chat-completions endpoint.
struct ChatAnswer {
  /// The events, not yet validated.
  let events: [Any]
  /// The tokens that the model counted.
  let usage: TokenUsage

  /// Reads an answer.
  /// - Throws: `ExtractionFailure`, when it is none or holds no JSON of the form asked for.
  init(_ bytes: [UInt8]) throws(ExtractionFailure) {
    guard let answer = Self.json(bytes) as? [String: Any] else {
      throw ExtractionFailure("the endpoint's answer is not JSON; is it one of chat completions?")
    }
    usage = Self.usage(in: bytes)
    guard let choice = (answer["choices"] as? [Any])?.first as? [String: Any],
      let message = choice["message"] as? [String: Any], let text = message["content"] as? String
    else {
      throw ExtractionFailure(
        "the endpoint's answer has no choices[0].message.content; is it one of chat completions?")
    }
    guard choice["finish_reason"] as? String != "length" else {
      throw ExtractionFailure(
        "the model's answer was cut off by its length; let it write more tokens")
    }
    guard let content = Self.json(Array(Self.withoutFence(text).utf8)) as? [String: Any],
      let events = content["events"] as? [Any]
    else {
      throw ExtractionFailure("the model's answer is not JSON with \"events\"; try another model")
    }
    self.events = events
  }

  /// The tokens that an answer of any sort counts.
  static func usage(in bytes: [UInt8]) -> TokenUsage {
    let usage = (json(bytes) as? [String: Any])?["usage"] as? [String: Any]
    return TokenUsage(
      input: usage?["prompt_tokens"] as? Int ?? 0, output: usage?["completion_tokens"] as? Int ?? 0)
  }

  private static func json(_ bytes: [UInt8]) -> Any? {
    try? JSONSerialization.jsonObject(with: Data(bytes))
  }

  /// Some models put their JSON into a block of Markdown all the same.
  private static func withoutFence(_ text: String) -> String {
    guard let start = text.firstIndex(of: "{"), let end = text.lastIndex(of: "}"), start < end
    else {
      return text
    }
    return String(text[start...end])
  }
}
