/// A set of noun classes, at most 512.
public struct ClassSet: Hashable, Sendable {
  /// How many classes there may be.
  static let capacity = 512

  // Four vectors of 16 bytes: a wider one would align what holds it to 64 bytes.
  @usableFromInline var first = SIMD2<UInt64>.zero
  @usableFromInline var second = SIMD2<UInt64>.zero
  @usableFromInline var third = SIMD2<UInt64>.zero
  @usableFromInline var fourth = SIMD2<UInt64>.zero

  /// No class.
  public init() {}

  /// Adds a class by its number, 0…511.
  public mutating func insert(_ number: Int) {
    let bit: UInt64 = 1 << (UInt64(number) & 63)
    let word = number >> 6
    switch word >> 1 {
    case 0: first[word & 1] |= bit
    case 1: second[word & 1] |= bit
    case 2: third[word & 1] |= bit
    default: fourth[word & 1] |= bit
    }
  }

  /// Adds all classes of another set.
  @inlinable
  public mutating func formUnion(_ other: ClassSet) {
    first |= other.first
    second |= other.second
    third |= other.third
    fourth |= other.fourth
  }

  /// Whether the sets share a class.
  @inlinable
  public func intersects(_ other: ClassSet) -> Bool {
    (first & other.first) | (second & other.second) | (third & other.third)
      | (fourth & other.fourth) != .zero
  }

  /// Whether there is no class.
  @inlinable public var isEmpty: Bool { first | second | third | fourth == .zero }
}
