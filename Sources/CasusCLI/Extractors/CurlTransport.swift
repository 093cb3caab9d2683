import CasusExtraction
import CasusReading
import Foundation

/// Sends requests with the program curl, so that TLS, proxies and certificates are the system's.
///
/// The key reaches curl on its standard input, never on its command line. Redirections are not
/// followed.
struct CurlTransport: ChatTransport {
  /// A longer answer is none that was asked for.
  private static let largestAnswer = 4 << 20
  /// The longest that an endpoint may make us wait between attempts, in seconds.
  private static let longestPause = 30.0

  private let curl: String
  private let settings: String
  private let timeout: Int
  private let attempts: Int

  /// Finds curl.
  init(endpoint: String, key: String?, timeout: Int, attempts: Int) throws(CommandFailure) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let candidates = folders.map { "\($0)/curl" }
    guard let curl = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) })
    else {
      throw CommandFailure(.unreadable, "--extractor chat needs the program curl; install it")
    }
    self.curl = curl
    self.timeout = timeout
    self.attempts = attempts
    let base = endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint
    let address = base.hasSuffix("/chat/completions") ? base : base + "/chat/completions"
    var settings = ["url = \(Self.quoted(address))", "header = \"Content-Type: application/json\""]
    if let key, !key.isEmpty {
      settings.append("header = \(Self.quoted("Authorization: Bearer \(key)"))")
    }
    settings.append("write-out = \"\\n%{http_code} %header{retry-after}\"")
    self.settings = settings.joined(separator: "\n")
  }

  func answer(to body: [UInt8]) async throws(ExtractionFailure) -> [UInt8] {
    var attempt = 1
    while true {
      let reply = await send(body)
      guard let pause = reply.pause(after: attempt), attempt < attempts else {
        return try reply.body()
      }
      attempt += 1
      try? await Task.sleep(for: .seconds(min(pause, Self.longestPause)))
    }
  }

  private func send(_ body: [UInt8]) async -> Reply {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: sendNow(body)) }
    }
  }

  /// Runs curl once, blocking.
  private func sendNow(_ body: [UInt8]) -> Reply {
    let deadline = ContinuousClock.now + .seconds(timeout)
    do throws(ChildProgram.Failure) {
      let child = try ChildProgram(
        curl,
        [
          "-q", "--silent", "--max-time", String(timeout), "--proto", "=http,https", "--config",
          "-",
        ])
      let text =
        settings + "\ndata-binary = \(Self.quoted(String(decoding: body, as: UTF8.self)))\n"
      try child.write(Array(text.utf8), until: deadline)
      child.closeInput()
      let output = try child.readAll(limit: Self.largestAnswer, until: deadline)
      let code = child.exitCode()
      return code == 0 ? Reply(output: output) : .unreachable(code)
    } catch {
      return .broken(error)
    }
  }

  /// A value as curl's configuration files have it.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// What came back from an endpoint.
private enum Reply {
  case answer([UInt8])
  case refused(status: Int, retryAfter: Double?, body: [UInt8])
  case unreachable(Int32)
  case broken(ChildProgram.Failure)

  /// Takes curl's output apart: the body, and our own line with status and pause after it.
  init(output: [UInt8]) {
    guard let feed = output.lastIndex(of: 0x0a) else {
      self = .broken(.gone)
      return
    }
    let words = String(decoding: output[(feed + 1)...], as: UTF8.self).split(separator: " ")
    let status = words.first.flatMap { Int($0) } ?? 0
    let body = Array(output[..<feed])
    self =
      (200..<300).contains(status)
      ? .answer(body)
      : .refused(
        status: status, retryAfter: words.dropFirst().first.flatMap { Double($0) }, body: body)
  }

  /// How many seconds to wait before the next attempt; `nil` when it would not help.
  func pause(after attempt: Int) -> Double? {
    let usual = 0.5 * Double(1 << min(attempt, 6))
    switch self {
    case .answer: return nil
    case .refused(let status, let retryAfter, _):
      guard status == 429 || status == 408 || status >= 500 else { return nil }
      return max(0, retryAfter ?? usual)
    // 7 is a refused connection, 52 and 56 are answers that broke off.
    case .unreachable(let code): return [7, 52, 56].contains(code) ? usual : nil
    case .broken: return nil
    }
  }

  func body() throws(ExtractionFailure) -> [UInt8] {
    switch self {
    case .answer(let body): return body
    case .refused(let status, _, let body):
      let words = String(decoding: body.prefix(200), as: UTF8.self)
        .split(whereSeparator: \.isNewline).joined(separator: " ")
      throw ExtractionFailure(
        "the endpoint refuses with status \(status)" + (words.isEmpty ? "" : ": \(words)"))
    case .unreachable(28), .broken(.tooSlow):
      throw ExtractionFailure("the endpoint takes too long; give it more with --answer-timeout")
    case .unreachable(let code):
      throw ExtractionFailure(
        "the endpoint cannot be reached (curl's code \(code)); is it running?")
    case .broken(.tooLong): throw ExtractionFailure("the endpoint's answer is larger than 4 MB")
    case .broken: throw ExtractionFailure("curl broke off; run it by hand to see why")
    }
  }
}
