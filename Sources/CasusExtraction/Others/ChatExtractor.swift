public import CasusModel
import Foundation

/// Carries a request to a chat-completions endpoint and the answer back.
public protocol ChatTransport: Sendable {
  /// Sends a request body and gives the body of the answer.
  /// - Throws: `ExtractionFailure`, after all attempts.
  func answer(to body: [UInt8]) async throws(ExtractionFailure) -> [UInt8]
}

/// Keeps answers by the hash of their requests.
public protocol ChatCache: Sendable {
  /// The answer to a request that was kept, if any.
  func answer(for key: String) -> [UInt8]?
  /// Keeps an answer.
  func keep(_ answer: [UInt8], for key: String)
}

/// Asks a language model behind an endpoint of chat completions, as llama.cpp, Ollama, vLLM and
/// others have it.
///
/// The model gets the prompt of `Data/Extractors/chat.md` and the article as JSON, and answers in a
/// JSON schema. Whatever it answers is data: it passes a `StatementValidator` or is refused, so that
/// an article that gives orders to the model can at worst make it find less.
public struct ChatExtractor: ArticleExtractor {
  /// Longer texts do not fit into a model.
  private static let largestText = 400_000
  private static let attempts = 2

  private let model: String
  private let prompt: String
  private let transport: any ChatTransport
  private let cache: (any ChatCache)?
  private let validator: StatementValidator

  /// Makes an extractor.
  /// - Parameters:
  ///   - model: the model's name at the endpoint.
  ///   - prompt: what the model is told to do.
  ///   - transport: the way to the endpoint.
  ///   - cache: where answers are kept, if they are.
  ///   - validator: what every answer must pass.
  public init(
    model: String, prompt: String, transport: any ChatTransport, cache: (any ChatCache)? = nil,
    validator: StatementValidator
  ) {
    self.model = model
    self.prompt = prompt
    self.transport = transport
    self.cache = cache
    self.validator = validator
  }

  /// Asks the model; an answer that is no JSON is asked for once more.
  public func extraction(of article: Article) async throws(ExtractionFailure) -> Extraction {
    guard article.text.utf8.count <= Self.largestText else {
      throw ExtractionFailure(
        "the article is longer than \(Self.largestText / 1000) kB, too long for a language model")
    }
    let request = ChatRequest(model: model, prompt: prompt, article: article)
    let body: [UInt8]
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      body = Array(try encoder.encode(request))
    } catch {
      throw ExtractionFailure("the article cannot be put into a request: \(error)")
    }
    let key = ContentHash.hex(of: body)
    if let kept = cache?.answer(for: key), let answer = try? ChatAnswer(kept) {
      return extraction(answer, of: article, usage: TokenUsage())
    }
    var usage = TokenUsage()
    var fault = ExtractionFailure("the model gave no answer")
    for _ in 0..<Self.attempts {
      let bytes = try await transport.answer(to: body)
      do throws(ExtractionFailure) {
        let answer = try ChatAnswer(bytes)
        cache?.keep(bytes, for: key)
        return extraction(answer, of: article, usage: usage + answer.usage)
      } catch {
        fault = error
        usage = usage + ChatAnswer.usage(in: bytes)
      }
    }
    throw fault
  }

  private func extraction(
    _ answer: ChatAnswer, of article: Article, usage: TokenUsage
  ) -> Extraction {
    var result = validator.extraction(answer.events, in: article, rule: "chat \(model)")
    result.usage = usage
    return result
  }
}
