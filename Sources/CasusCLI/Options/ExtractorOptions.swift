import ArgumentParser
import CasusData
import CasusExtraction
import CasusKnowledge
import Foundation

/// What reads the events: the rules, a language model, a program.
struct ExtractorOptions: ParsableArguments {
  @Option(
    name: .customLong("extractor"),
    help: ArgumentHelp(
      "What reads the events: rules; chat; rules+chat; 'command PROGRAM'; 'rules+command PROGRAM'. "
        + "The rules otherwise.",
      valueName: "e"),
    transform: { try ExtractorChoice(argument: $0) })
  var chosen: ExtractorChoice?

  @Option(
    help: ArgumentHelp(
      "For chat: the address of a chat-completions endpoint, such as http://localhost:8080/v1. "
        + "$CASUS_CHAT_KEY holds its key, if it needs one.", valueName: "url"))
  var endpoint: String?

  @Option(help: ArgumentHelp("For chat: the model's name.", valueName: "m"))
  var model: String?

  @Option(help: ArgumentHelp("For chat: a folder that keeps answers.", valueName: "dir"))
  var cache: String?

  @Option(help: ArgumentHelp("For chat and command: seconds for an answer.", valueName: "s"))
  var answerTimeout = 120

  @Option(help: ArgumentHelp("For chat: attempts when the endpoint is busy.", valueName: "n"))
  var attempts = 4

  @Option(
    help: ArgumentHelp(
      "For chat: what a million tokens in and out cost, such as '0.15 0.60'.", valueName: "p"),
    transform: { try TokenPrice(argument: $0) })
  var price: TokenPrice?

  func validate() throws {
    guard (1...3600).contains(answerTimeout) else {
      throw ValidationError("--answer-timeout must lie between 1 and 3600")
    }
    guard (1...20).contains(attempts) else {
      throw ValidationError("--attempts must lie between 1 and 20")
    }
    guard case .chat = chosen?.other else {
      if endpoint != nil || model != nil || cache != nil || price != nil {
        throw ValidationError("--endpoint, --model, --cache and --price belong to --extractor chat")
      }
      return
    }
    guard let endpoint, let model, !model.isEmpty else {
      throw ValidationError("--extractor chat needs --endpoint and --model")
    }
    let address = URL(string: endpoint)
    guard ["http", "https"].contains(address?.scheme), address?.host?.isEmpty == false else {
      throw ValidationError(
        "--endpoint '\(endpoint)' is no web address, such as http://localhost:8080/v1")
    }
  }

  /// What is to be used besides the rules or in their place; `nil` when it is the rules alone.
  func other(data: DataDirectory) throws -> OtherExtractor? {
    guard let chosen else { return nil }
    switch chosen.other {
    case nil: return nil
    case .chat:
      let model = model ?? ""
      let chat = ChatExtractor(
        model: model, prompt: try prompt(in: data),
        transport: try CurlTransport(
          endpoint: endpoint ?? "", key: ProcessInfo.processInfo.environment["CASUS_CHAT_KEY"],
          timeout: answerTimeout, attempts: attempts),
        cache: try cache.map { try FolderCache(path: $0) }, validator: validator(data))
      return OtherExtractor(
        extractor: chat, usesRules: chosen.usesRules, mark: " + chat \(model)", price: price)
    case .command(let program):
      let file = program.split(separator: " ").first ?? ""
      let name = String(file.split(separator: "/").last ?? "")
      let asking = ProgramExtractor(
        name: name, program: ShellProgram(program, timeout: answerTimeout),
        validator: validator(data))
      return OtherExtractor(
        extractor: asking, usesRules: chosen.usesRules, mark: " + program \(name)", price: nil)
    }
  }

  private func validator(_ data: DataDirectory) -> StatementValidator {
    StatementValidator(knowledge: Knowledge.load(from: data, languages: []))
  }

  private func prompt(in data: DataDirectory) throws -> String {
    let file = data.file("Extractors/chat.md")
    guard let prompt = try? String(contentsOf: file, encoding: .utf8), !prompt.isEmpty else {
      throw CommandFailure(
        .unreadable, "\(file.path): cannot be read; it tells the model what to do")
    }
    return prompt
  }
}
