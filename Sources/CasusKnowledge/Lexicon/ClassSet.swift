/// A set of noun classes.
public struct ClassSet: Hashable, Sendable, BitwiseCopyable {
  /// How many classes there may be.
  static let capacity = 1024

  // Eight vectors of 16 bytes: a wider one would align what holds it to 64 bytes.
  @usableFromInline var first = SIMD2<UInt64>.zero
  @usableFromInline var second = SIMD2<UInt64>.zero
  @usableFromInline var third = SIMD2<UInt64>.zero
  @usableFromInline var fourth = SIMD2<UInt64>.zero
  @usableFromInline var fifth = SIMD2<UInt64>.zero
  @usableFromInline var sixth = SIMD2<UInt64>.zero
  @usableFromInline var seventh = SIMD2<UInt64>.zero
  @usableFromInline var eighth = SIMD2<UInt64>.zero

  /// No class.
  public init() {}

  /// Adds a class by its number, 0…1023.
  public mutating func insert(_ number: Int) {
    let bit: UInt64 = 1 << (UInt64(number) & 63)
    let word = number >> 6
    switch word >> 1 {
    case 0: first[word & 1] |= bit
    case 1: second[word & 1] |= bit
    case 2: third[word & 1] |= bit
    case 3: fourth[word & 1] |= bit
    case 4: fifth[word & 1] |= bit
    case 5: sixth[word & 1] |= bit
    case 6: seventh[word & 1] |= bit
    default: eighth[word & 1] |= bit
    }
  }

  /// Adds all classes of another set.
  @inlinable
  public mutating func formUnion(_ other: ClassSet) {
    first |= other.first
    second |= other.second
    third |= other.third
    fourth |= other.fourth
    fifth |= other.fifth
    sixth |= other.sixth
    seventh |= other.seventh
    eighth |= other.eighth
  }

  /// Whether the sets share a class.
  @inlinable
  public func intersects(_ other: ClassSet) -> Bool {
    let low = (first & other.first) | (second & other.second) | (third & other.third)
    let high = (fifth & other.fifth) | (sixth & other.sixth) | (seventh & other.seventh)
    return low | (fourth & other.fourth) | high | (eighth & other.eighth) != .zero
  }

  /// Whether there is no class.
  @inlinable public var isEmpty: Bool {
    let low = first | second | third | fourth
    return low | fifth | sixth | seventh | eighth == .zero
  }
}
