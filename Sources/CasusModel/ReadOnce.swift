import Synchronization

/// What is read when it is first asked for, and then kept: most commands do not need it.
public final class ReadOnce<Value: Sendable>: Sendable {
  private let read: @Sendable () -> Value
  private let kept = Mutex<Value?>(nil)

  /// - Parameter read: Reads it; it is called once, and only if it is asked for.
  public init(_ read: @escaping @Sendable () -> Value) { self.read = read }

  /// The value, read now if it has not been.
  public var value: Value {
    kept.withLock { kept in
      if let kept { return kept }
      let found = read()
      kept = found
      return found
    }
  }
}
