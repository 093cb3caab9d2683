import Foundation
import Synchronization

/// A web server on 127.0.0.1 that answers requests by a script and keeps what it was sent.
final class ChatServer: Sendable {
  /// One answer: pieces that are sent one after the other, with pauses between.
  struct Answer: Sendable {
    var pieces: [[UInt8]]
    var pause: Double = 0

    /// A whole answer with a status, further header lines and a body.
    static func http(_ status: String, _ body: String, _ fields: String...) -> Answer {
      let head = (["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + fields)
        .map { $0 + "\r\n" }.joined()
      return Answer(pieces: [Array("\(head)\r\n\(body)".utf8)])
    }
  }

  private let listener: Int32
  private let answers: [Answer]
  private let received = Mutex([String]())

  /// The address of the endpoint.
  let address: String

  /// The requests as they came, header and body.
  var requests: [String] { received.withLock { $0 } }

  /// Starts the server; after the last answer it is given again and again.
  init(_ answers: [Answer]) throws {
    self.answers = answers
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(listener, generic, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, generic, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    self.listener = listener
    address = "http://127.0.0.1:\(UInt16(bigEndian: name.sin_port))/v1"
    Thread { [self] in serve() }.start()
  }

  /// Ends the server.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { break }
      let request = Self.request(from: connection)
      let number = received.withLock { received in
        received.append(request)
        return received.count
      }
      let answer = answers[min(number, answers.count) - 1]
      Thread {
        for piece in answer.pieces {
          guard send(connection, piece, piece.count, Int32(MSG_NOSIGNAL)) >= 0 else {
            break
          }
          Thread.sleep(forTimeInterval: answer.pause)
        }
        close(connection)
      }.start()
    }
    close(listener)
  }

  /// Header and body of a request with a Content-Length.
  private static func request(from connection: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let text = String(decoding: bytes, as: UTF8.self)
      if let end = text.range(of: "\r\n\r\n") {
        let head = text[..<end.lowerBound].lowercased()
        let length = head.split(separator: "content-length: ").dropFirst().first?
          .prefix { $0.isNumber }
        let body = text[end.upperBound...].utf8.count
        if head.contains("expect: 100-continue"), body == 0 {
          let go = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
          send(connection, go, go.count, Int32(MSG_NOSIGNAL))
        }
        if body >= length.flatMap({ Int($0) }) ?? 0 { return text }
      }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return text }
      bytes += buffer.prefix(count)
    }
  }
}
