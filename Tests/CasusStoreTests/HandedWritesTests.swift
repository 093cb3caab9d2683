import Testing

@testable import CasusStore

/// Writes that another thread hands over.
@Suite struct HandedWritesTests {
  private struct Fault: Error, Equatable {
    let text: String
  }

  @Test func areMadeInOrder() throws {
    var made: [Int] = []
    let count = try HandedWrites.beside { writes in
      for number in 0..<1000 { try writes.add { made.append(number) } }
      return 1000
    }
    #expect(made == Array(0..<count))
  }

  /// Whoever hands over more after that is stopped, and what is told is the first fault.
  @Test func oneThatFailsEndsThem() throws {
    var made = 0
    #expect(throws: Fault(text: "disk full")) {
      try HandedWrites.beside { writes in
        for number in 0..<1000 {
          try writes.add {
            guard number < 3 else { throw Fault(text: "disk full") }
            made += 1
          }
        }
      }
    }
    #expect(made == 3)
  }

  @Test func faultsOfTheOtherThreadAreTold() throws {
    #expect(throws: Fault(text: "unreadable")) {
      try HandedWrites.beside { writes in
        try writes.add {}
        throw Fault(text: "unreadable")
      }
    }
  }
}
