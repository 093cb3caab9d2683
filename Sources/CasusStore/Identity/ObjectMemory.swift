import CasusModel

/// The words of objects and places met so far, which come again and again, for one thread.
final class ObjectMemory {
  /// So many texts are remembered.
  private static let capacity = 20_000

  private struct Object: Hashable {
    let text: String
    let isOfAttack: Bool
  }

  private let places: PlaceKeys?
  private var objects: [Object: ObjectWords] = [:]
  private var placeWords: [String: ObjectWords] = [:]

  /// Starts with none.
  /// - Parameter places: what places are called.
  init(places: PlaceKeys?) {
    self.places = places
  }

  /// The words of the object of a statement.
  func object(of statement: Statement) -> ObjectWords {
    guard let text = statement.object else { return .nothing }
    let object = Object(
      text: text, isOfAttack: ObjectWords.isOfAttack(statement.type, mode: statement.mode))
    if let known = objects[object] { return known }
    if objects.count >= Self.capacity { objects = [:] }
    let words = Self.object(of: statement)
    objects[object] = words
    return words
  }

  /// The words of the place of a statement.
  func place(of statement: Statement) -> ObjectWords {
    guard let text = statement.place else { return .nothing }
    if let known = placeWords[text] { return known }
    if placeWords.count >= Self.capacity { placeWords = [:] }
    let words = Self.place(of: statement, known: places)
    placeWords[text] = words
    return words
  }

  /// The words of the object of a statement, worked out.
  static func object(of statement: Statement) -> ObjectWords {
    guard let text = statement.object else { return .nothing }
    return ObjectWords(
      text, isOfAttack: ObjectWords.isOfAttack(statement.type, mode: statement.mode))
  }

  /// The words of the place of a statement, worked out.
  static func place(of statement: Statement, known places: PlaceKeys?) -> ObjectWords {
    statement.place.map { ObjectWords(place: $0, known: places) } ?? .nothing
  }
}
