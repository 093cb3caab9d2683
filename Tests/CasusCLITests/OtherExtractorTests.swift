import CasusTestSupport
import Foundation
import Testing

/// The program with a language model or another program in place of the rules, real and hostile.
@Suite struct OtherExtractorTests {
  private static let hasCurl = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/curl") }

  private static let event = """
    {"type":"SANCTION","mode":"cut-relations","source":["Ukraine"],"target":["North Korea"],\
    "object":null,"place":null,"date":"2022-07","status":"occurred","attribution":[],\
    "confidence":0.9,"evidence":{"text":"Ukraine cut ties with North Korea"}}
    """
  private static let invented = """
    {"type":"ASSAULT","source":["Russia"],"target":["Poland"],"status":"occurred","confidence":1,\
    "evidence":{"text":"Russia attacked Poland"}}
    """

  private static func chat(_ content: String) -> String {
    let object: [String: Any] = [
      "choices": [["finish_reason": "stop", "message": ["content": content]]],
      "usage": ["prompt_tokens": 1000, "completion_tokens": 100],
    ]
    let data = (try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  private static let good = chat("{\"events\":[\(event),\(invented)]}")

  private func extract(
    _ server: ChatServer, _ arguments: String..., in folder: TemporaryFolder? = nil
  ) throws -> CasusProgram.Run {
    defer { server.stop() }
    return try CasusProgram.run(
      [
        "extract", "-", "--language", "en", "--extractor", "chat", "--endpoint", server.address,
        "--model", "test-model",
      ] + arguments,
      input: "Ukraine cut ties with North Korea in July 2022.", in: folder,
      environment: ["CASUS_CHAT_KEY": "geheim", "http_proxy": "", "no_proxy": "*"])
  }

  @Test(.enabled(if: hasCurl, "curl is not installed")) func aModelIsAsked() throws {
    let server = try ChatServer([.http("200 OK", Self.good)])
    let run = try extract(server, "--price", "2 10")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.lines.count == 1)
    #expect(run.output.contains("\"mode\": \"cut-relations\", \"source\": [\"UKR\"]"))
    #expect(
      run.errorLines == [
        "casus: standard input: warning: event 2 rejected: the article does not say 'Russia attacked Poland'",
        "casus: 1 statement accepted, 1 rejected, 1000 tokens in and 100 out, cost 0.003",
      ])
    let request = try #require(server.requests.first)
    #expect(request.hasPrefix("POST /v1/chat/completions HTTP/1.1\r\n"))
    #expect(request.contains("Authorization: Bearer geheim\r\n"))
    #expect(request.contains("\"model\":\"test-model\""))
  }

  @Test(.enabled(if: hasCurl, "curl is not installed")) func busyEndpointsAreAskedAgain() throws {
    let server = try ChatServer([
      .http("429 Too Many Requests", "{}", "Retry-After: 0"),
      .http("503 Service Unavailable", "", "Retry-After: 0"), .http("200 OK", Self.good),
    ])
    let run = try extract(server)
    #expect(run.code == 0 && run.lines.count == 1)
    #expect(server.requests.count == 3)
  }

  @Test(
    .enabled(if: hasCurl, "curl is not installed"),
    arguments: [
      ("429 Too Many Requests", 2, "status 429: slow down"), ("401 Unauthorized", 1, "status 401"),
      ("302 Found", 1, "status 302"), ("404 Not Found", 1, "status 404"),
    ])
  func refusalsAreTold(status: String, requests: Int, words: String) throws {
    let server = try ChatServer([
      .http(status, "slow down", "Retry-After: 0", "Location: http://127.0.0.1:1/")
    ])
    let run = try extract(server, "--attempts", "2")
    #expect(run.code == 65 && run.output.isEmpty)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(server.requests.count == requests)
  }

  @Test(.enabled(if: hasCurl, "curl is not installed"), .timeLimit(.minutes(10)))
  func hostileAnswersEndInOneLine() throws {
    let head = Array("HTTP/1.1 200 OK\r\n\r\n".utf8)
    let truncated = String(Self.good.prefix(Self.good.count / 2))
    let cases: [(ChatServer.Answer, String)] = [
      (.http("200 OK", truncated), "is not JSON"),
      (.http("200 OK", Self.chat("{\"events\":[{\"type\":")), "is not JSON with \"events\""),
      (
        ChatServer.Answer(
          pieces: [head] + Array(repeating: [UInt8](repeating: 0x20, count: 1 << 20), count: 10)),
        "larger than 4 MB"
      ),
      (
        ChatServer.Answer(pieces: [head] + Array(repeating: [0x20], count: 60), pause: 0.5),
        "takes too long"
      ),
      (ChatServer.Answer(pieces: []), "cannot be reached"),
      (
        ChatServer.Answer(
          pieces: [Array("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{".utf8)]),
        "cannot be reached"
      ),
    ]
    for (answer, words) in cases {
      let run = try extract(
        try ChatServer([answer]), "--answer-timeout", "2", "--attempts", "1")
      #expect(run.code == 65 && run.output.isEmpty)
      #expect(run.errorLines.count == 2 && run.errors.contains(words), "\(words): \(run.errors)")
    }
  }

  @Test(.enabled(if: hasCurl, "curl is not installed")) func answersAreKept() throws {
    let folder = try TemporaryFolder()
    let first = try extract(
      try ChatServer([.http("200 OK", Self.good)]), "--cache", "kept", in: folder)
    let server = try ChatServer([.http("500 Never", "")])
    let second = try extract(server, "--cache", "kept", in: folder)
    #expect(first.output == second.output && !second.output.isEmpty)
    #expect(server.requests.isEmpty)
  }

  @Test(.enabled(if: hasCurl, "curl is not installed")) func rulesAndModelTogether() throws {
    let server = try ChatServer([.http("200 OK", Self.good)])
    defer { server.stop() }
    let folder = try TemporaryFolder()
    try folder.write("Ukraine cut ties with North Korea in July 2022.".utf8, to: "a.txt")
    let run = try CasusProgram.run(
      [
        "import", "a.txt", "--language", "en", "--extractor", "rules+chat", "--endpoint",
        server.address, "--model", "m",
      ], in: folder, environment: ["no_proxy": "*"])
    #expect(run.code == 0, "\(run.errors)")
    let events = try CasusProgram.run("events", "--json", in: folder)
    #expect(events.lines.count == 1)
    #expect(events.output.contains(" + chat m\""), "\(events.output)")
    #expect(server.requests.first?.contains("Authorization") == false)
  }

  @Test func anyProgramThatSpeaksJSONLines() throws {
    let folder = try TemporaryFolder()
    try folder.write("Ukraine cut ties with North Korea.".utf8, to: "a.txt")
    try folder.write("Ukraine cut ties with North Korea. Again.".utf8, to: "b.txt")
    let script = """
      while read -r line; do id=${line#*\\"id\\":\\"}; id=${id%%\\"*}
      printf '{"id": "%s", "events": [%s]}\\n' "$id" '\(Self.event)'; done
      """
    try folder.write(script.utf8, to: "extract.sh")
    let run = try CasusProgram.run(
      "extract", "a.txt", "b.txt", "--language", "en", "--extractor", "command sh extract.sh",
      in: folder)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.lines.count == 2)
  }

  @Test(arguments: [
    ("exit 3", "ended without an answer"), ("cat > /dev/null", "takes longer than 1 seconds"),
    ("echo nonsense; cat", "not one JSON object"), ("/no/such/program", "ended without an answer"),
    ("yes | tr -d '\\n'", "longer than 4 MB"), ("cat", "no list of \"events\""),
  ])
  func programsThatFail(program: String, words: String) throws {
    // Only who is waited for in vain is waited for briefly: a busy machine may need its time.
    let timeout = words.hasPrefix("takes longer") ? "1" : "60"
    let run = try CasusProgram.run(
      "extract", "-", "--language", "en", "--extractor", "command \(program)",
      "--answer-timeout", timeout, input: "Ukraine cut ties with North Korea.")
    #expect(run.code == 65 && run.output.isEmpty)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test(arguments: [
    (["--extractor", "gpt"], "is no extractor"), (["--extractor", "command"], "is no extractor"),
    (["--extractor", "chat"], "needs --endpoint and --model"),
    (["--model", "m"], "belong to --extractor chat"),
    (["--extractor", "chat", "--model", "m", "--endpoint", "file:///x"], "is no web address"),
    (["--extractor", "chat", "--model", "m", "--endpoint", "http://a", "--price", "x"], "--price"),
    (["--answer-timeout", "0"], "--answer-timeout"), (["--attempts", "99"], "--attempts"),
  ])
  func wrongOptions(arguments: [String], words: String) throws {
    let run = try CasusProgram.run(["extract", "-"] + arguments)
    #expect(run.code == 64)
    #expect(run.errors.contains(words), "\(run.errors)")
  }
}
