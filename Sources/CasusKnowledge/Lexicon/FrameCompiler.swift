/// Gives numbers to the noun classes and prepositions of a language and compiles its frames.
///
/// Cheap beside the forms of all words, and so done anew at each start.
struct FrameCompiler {
  /// A word that only frames name, which must get a number in the lexicon as well.
  enum Addition {
    case noun(String, classNumber: Int)
    case preposition(String, number: Int)
  }

  private let pack: LanguagePack
  private(set) var classNumbers: [String: Int] = [:]
  /// How many classes, or nouns that stand for one, are told apart.
  private(set) var classCount = 0
  private(set) var prepositions: [String: Int] = [:]
  private(set) var compiled: [CompiledFrame] = []
  /// For each frame the words that it is the first to name.
  private(set) var additions: [[Addition]] = []
  /// Of each noun that frames name and no class is, one that they name in the same places: the two need no telling apart and
  /// share a number.
  private let companions: [String: String]

  init(_ pack: LanguagePack, problems: inout [DataProblem]) {
    self.pack = pack
    companions = Self.companions(pack)
    for name in pack.classes.keys.sorted() { _ = number(ofClass: name) }
    for name in pack.words.keys.sorted() where WordRole.named[name] == .preposition {
      for word in pack.words[name] ?? [] { _ = number(ofPreposition: word) }
    }
    if let word = pack.possessor { prepositions["of"] = number(ofPreposition: word) }
    compiled.reserveCapacity(pack.frames.count)
    for frame in pack.frames {
      additions.append([])
      compiled.append(compile(frame))
    }
    if classCount > ClassSet.capacity {
      let message =
        "the frames tell \(classCount) nouns and classes of nouns apart, and no more than "
        + "\(ClassSet.capacity) can be: gather single nouns into classes of nouns.yaml"
      problems.append(
        DataProblem(file: "Languages/\(pack.code)/frames.yaml", line: 0, message: message))
    }
  }

  private mutating func number(ofClass name: String) -> Int {
    if let known = classNumbers[name] { return known }
    let number = min(classCount, ClassSet.capacity - 1)
    classCount += 1
    classNumbers[name] = number
    return number
  }

  /// The number of a preposition; "zum=zu" has that of "zu".
  private mutating func number(ofPreposition text: String) -> Int {
    let word = Self.preposition(text)
    if let known = prepositions[word] { return known }
    let number = prepositions.count + 1
    prepositions[word] = number
    return number
  }

  /// The preposition that a word stands for: what is written behind "=" in "zum=zu".
  static func preposition(_ text: String) -> String {
    text.split(separator: "=").last.map(String.init) ?? text
  }

  private mutating func compile(_ frame: Frame) -> CompiledFrame {
    let needsActor = frame.object.contains("ACTOR")
    let classes = classSet(frame.object)
    let subjectClasses = classSet(frame.subject)
    let complementClasses = classSet(frame.complement)
    let target = frame.target.map { place($0) }
    let source = frame.source.map { place($0) }
    var nominalSource = frame.nominalSource.map { place($0) }
    var nominalTarget = frame.nominalTarget.map { place($0) }
    if nominalSource.isEmpty {
      // What the verb takes as its subject possesses or modifies the noun; prepositions stay.
      nominalSource = source.flatMap { $0 == .subject ? [.possessor] : $0 == .object ? [] : [$0] }
      if target.contains(.subject) && !nominalSource.contains(.possessor) {
        nominalTarget = nominalTarget.isEmpty ? [.possessor] : nominalTarget
      }
    }
    if nominalTarget.isEmpty {
      nominalTarget = target.compactMap { place in
        if case .preposition = place { return place }
        return nil
      }
      if target.contains(.object) { nominalTarget.append(.object) }
    }
    return CompiledFrame(
      frame: frame, objectClasses: classes, subjectClasses: subjectClasses,
      complementClasses: complementClasses, needsActorObject: needsActor, source: source,
      target: target, nominalSource: nominalSource, nominalTarget: nominalTarget)
  }

  /// What frames ask of an object that is no class of nouns: who is named, a town, that there is none.
  static let conditions: Set = ["ACTOR", "TOWN", "NONE"]

  /// The numbers of classes; a word that names no class is a class of its own.
  private mutating func classSet(_ names: [String]) -> ClassSet {
    var classes = ClassSet()
    for word in names where !Self.conditions.contains(word) {
      if pack.classes[word] != nil {
        classes.insert(number(ofClass: word))
        continue
      }
      let key = "=" + word
      let isNew = classNumbers[key] == nil
      let number = number(ofClass: "=" + (companions[word] ?? word))
      classNumbers[key] = number
      classes.insert(number)
      if isNew { add(.noun(word, classNumber: number)) }
    }
    return classes
  }

  /// For each noun that frames name beside the classes, the first of those that they name in exactly the same conditions.
  private static func companions(_ pack: LanguagePack) -> [String: String] {
    var places: [String: [Int]] = [:]
    var order: [String] = []
    func note(_ names: [String], _ condition: Int) {
      for word in names where !conditions.contains(word) && pack.classes[word] == nil {
        if places[word, default: []].isEmpty { order.append(word) }
        places[word, default: []].append(condition)
      }
    }
    for (index, frame) in pack.frames.enumerated() {
      note(frame.object, 3 * index)
      note(frame.subject, 3 * index + 1)
      note(frame.complement, 3 * index + 2)
    }
    var first: [[Int]: String] = [:]
    var companions: [String: String] = [:]
    for word in order {
      let conditions = places[word] ?? []
      companions[word] = first[conditions] ?? word
      if first[conditions] == nil { first[conditions] = word }
    }
    return companions
  }

  private mutating func place(_ slot: Slot) -> CompiledFrame.Place {
    switch slot {
    case .subject: return .subject
    case .object: return .object
    case .possessor: return .possessor
    case .speaker: return .speaker
    case .grammaticalCase(let features): return .grammaticalCase(features)
    case .preposition(let word, let features):
      let isNew = prepositions[word] == nil
      let number = number(ofPreposition: word)
      if isNew { add(.preposition(word, number: number)) }
      return .preposition(number, features)
    }
  }

  private mutating func add(_ addition: Addition) {
    additions[additions.count - 1].append(addition)
  }
}
