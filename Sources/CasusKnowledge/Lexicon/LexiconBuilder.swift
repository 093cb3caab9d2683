import CasusModel

/// Makes a language's lexicon from its pack, the actors and the places.
struct LexiconBuilder {
  private let pack: LanguagePack
  private let words: WordTable
  private var trie = PhraseTrie()
  private var classNumbers: [String: Int] = [:]
  private var prepositions: [String: Int] = [:]
  /// The classes that list a word.
  private var classesOfWord: [String: [Int32]] = [:]

  static func build(
    _ pack: LanguagePack, actors: ActorRegistry, places: Gazetteer, dates: DateGrammar?,
    problems: inout [DataProblem]
  ) -> Lexicon {
    var builder = LexiconBuilder(pack: pack)
    // The words of dates get numbers as well, so that no word of a text is looked up twice.
    for phrase in dates?.phrases ?? [] {
      for word in phrase.split(whereSeparator: { !$0.isLetter }) {
        _ = builder.tokens(of: String(word))
      }
    }
    builder.addClasses()
    builder.addWords()
    builder.addCaseForms()
    if let word = pack.possessor {
      builder.prepositions["of"] = builder.number(ofPreposition: word)
    }
    let frames = builder.addFrames(problems: &problems)
    builder.addActors(actors)
    builder.addCollectives(actors)
    builder.addPlaces(places)
    if builder.classNumbers.count > ClassSet.capacity {
      let message =
        "the frames name \(builder.classNumbers.count) nouns and classes of nouns, and no more than "
        + "\(ClassSet.capacity) can be told apart: gather single nouns into classes of nouns.yaml"
      problems.append(
        DataProblem(file: "Languages/\(pack.code)/frames.yaml", line: 0, message: message))
    }
    return Lexicon(
      pack: pack, frames: frames, classNumbers: builder.classNumbers,
      prepositions: builder.prepositions, words: builder.words, trie: builder.trie)
  }

  private init(pack: LanguagePack) {
    self.pack = pack
    words = WordTable(letters: pack.spelling.letters)
  }

  private mutating func insert(_ phrase: String, _ meaning: LexiconEntry) {
    let parts = tokens(of: phrase)
    guard !parts.isEmpty else { return }
    trie.insert(parts.map(\.word), meaning)
  }

  private func tokens(
    of phrase: String
  ) -> [(word: UInt32, isCapitalised: Bool, isAllCapitals: Bool)] {
    Tokenizer.words(of: phrase, adding: words, hasPossessive: pack.possessive != nil)
  }

  // MARK: Classes and closed words

  private mutating func number(ofClass name: String) -> Int {
    if let known = classNumbers[name] { return known }
    let number = min(classNumbers.count, ClassSet.capacity - 1)
    classNumbers[name] = number
    return number
  }

  private mutating func addClasses() {
    for name in pack.classes.keys.sorted() {
      let number = number(ofClass: name)
      for word in pack.classes[name] ?? [] {
        addNoun(word, LexiconEntry(kind: .noun, index: Int32(number)))
        if !word.contains(" ") { classesOfWord[word, default: []].append(Int32(number)) }
      }
    }
  }

  private mutating func addNoun(_ noun: String, _ meaning: LexiconEntry) {
    for (form, features) in pack.forms(of: noun, as: "noun") {
      var meaning = meaning
      meaning.features = features.union(.noun)
      insert(form, meaning)
    }
  }

  private mutating func addVerb(_ verb: String, _ meaning: LexiconEntry) {
    for (form, features) in pack.verbForms(of: verb) {
      var meaning = meaning
      meaning.features = features
      insert(form, meaning)
      if let bare = Self.partBeforePrefix(form, of: verb) {
        // "griff … an": the first part is a verb wherever the second stands.
        insert(bare, LexiconEntry(kind: .function, roles: .plainVerb, features: features))
      }
    }
  }

  /// "griff" of "griff an", a form of `an|greifen`.
  private static func partBeforePrefix(_ form: String, of verb: String) -> String? {
    guard let bar = verb.firstIndex(of: "|") else { return nil }
    let prefix = verb[..<bar].drop { $0 == " " }
    let ending = " " + (prefix.hasSuffix(" ") ? prefix.dropLast() : prefix)
    return form.hasSuffix(ending) ? String(form.dropLast(ending.count)) : nil
  }

  private mutating func addWords() {
    for name in pack.words.keys.sorted() {
      if let shown = FormFeatures.shownByClass[name] {
        for word in pack.words[name] ?? [] {
          insert(word, LexiconEntry(kind: .function, features: shown))
        }
      }
      guard let role = WordRole.named[name] else { continue }
      for word in pack.words[name] ?? [] {
        var meaning = LexiconEntry(kind: .function, roles: role)
        if role == .preposition { meaning.index = Int32(number(ofPreposition: word)) }
        let word = Self.contraction(word)
        if !role.isDisjoint(with: .verbal) {
          addVerb(word, meaning)
        } else if !role.isDisjoint(with: .nominal) {
          addNoun(word, meaning)
        } else if role == .adjective, pack.usesCases {
          for (form, features) in pack.forms(of: word, as: "adjective") {
            meaning.features = features
            insert(form, meaning)
          }
        } else {
          insert(word, meaning)
        }
      }
    }
  }

  private mutating func addCaseForms() {
    for (word, features) in pack.caseForms {
      insert(word, LexiconEntry(kind: .function, features: features))
    }
  }

  /// What is written before "=" in "zum=zu".
  private static func contraction(_ word: String) -> String {
    word.split(separator: "=").first.map(String.init) ?? word
  }

  /// The number of a preposition; "zum=zu" has that of "zu".
  private mutating func number(ofPreposition text: String) -> Int {
    let word = text.split(separator: "=").last.map(String.init) ?? text
    if let known = prepositions[word] { return known }
    let number = prepositions.count + 1
    prepositions[word] = number
    return number
  }

  // MARK: Frames

  private mutating func addFrames(problems: inout [DataProblem]) -> [CompiledFrame] {
    var compiled: [CompiledFrame] = []
    for frame in pack.frames {
      let index = Int32(compiled.count)
      compiled.append(compile(frame))
      for verb in frame.verbs { addVerb(verb, LexiconEntry(kind: .verb, index: index)) }
      for noun in frame.nouns {
        addNoun(noun, LexiconEntry(kind: .eventNoun, index: index))
        if pack.usesCases, noun.contains(" ") { addClasses(ofHead: noun) }
      }
      for word in frame.adjectives {
        insert(word, LexiconEntry(kind: .eventAdjective, index: index, features: .adjective))
      }
    }
    return compiled
  }

  /// "секторальные санкции" are "санкции": a phrase has the classes of the word that heads it.
  private mutating func addClasses(ofHead phrase: String) {
    for word in phrase.split(separator: " ").map(String.init) {
      guard let classes = classesOfWord[word] else { continue }
      for number in classes { addNoun(phrase, LexiconEntry(kind: .noun, index: number)) }
      return
    }
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

  /// The numbers of classes; a word that names no class is a class of its own.
  private mutating func classSet(_ names: [String]) -> ClassSet {
    var classes = ClassSet()
    for word in names where word != "ACTOR" {
      if pack.classes[word] != nil {
        classes.insert(number(ofClass: word))
        continue
      }
      let isNew = classNumbers["=" + word] == nil
      let number = number(ofClass: "=" + word)
      classes.insert(number)
      if isNew { addNoun(word, LexiconEntry(kind: .noun, index: Int32(number))) }
    }
    return classes
  }

  private mutating func place(_ slot: Slot) -> CompiledFrame.Place {
    switch slot {
    case .subject: return .subject
    case .object: return .object
    case .possessor: return .possessor
    case .grammaticalCase(let features): return .grammaticalCase(features)
    case .preposition(let word, let features):
      let isNew = prepositions[word] == nil
      let number = number(ofPreposition: word)
      if isNew {
        insert(
          word, LexiconEntry(kind: .function, index: Int32(number), roles: .preposition))
      }
      return .preposition(number, features)
    }
  }

  // MARK: Actors and places

  private mutating func addActors(_ actors: ActorRegistry) {
    for (index, entry) in actors.entries.enumerated() {
      for (language, names) in names(entry.names) {
        let texts = Set(names.map(\.text))
        for name in names {
          if language != pack.code && name.marks.contains(.adjective) { continue }
          var meaning = LexiconEntry(kind: .actor, index: Int32(index), marks: name.marks)
          if name.marks.contains(.adjective), name.text.hasSuffix("s"),
            texts.contains(String(name.text.dropLast()))
          {
            // "Russians" beside "Russian": the people, a plural noun.
            meaning.marks.remove(.adjective)
            meaning.features = .plural
          }
          add(name, meaning, language)
        }
      }
    }
  }

  private mutating func addCollectives(_ actors: ActorRegistry) {
    for (index, collective) in actors.collectives.enumerated() {
      for (language, names) in names(collective.names) {
        for name in names {
          let meaning = LexiconEntry(kind: .collective, index: Int32(index), marks: name.marks)
          add(name, meaning, language)
        }
      }
    }
  }

  private mutating func addPlaces(_ places: Gazetteer) {
    for (index, place) in places.places.enumerated() {
      for (language, names) in names(place.names) {
        for name in names {
          add(name, LexiconEntry(kind: .place, index: Int32(index), marks: name.marks), language)
        }
      }
    }
  }

  /// The names of the pack's own language, then English ones, which appear in texts of any.
  private func names(_ all: [String: [ActorName]]) -> [(String, [ActorName])] {
    let own = all[pack.code] ?? []
    guard pack.code != "en" else { return [("en", own)] }
    let known = Set(own.map(\.text))
    return [(pack.code, own), ("en", (all["en"] ?? []).filter { !known.contains($0.text) })]
  }

  private mutating func add(_ name: ActorName, _ meaning: LexiconEntry, _ language: String) {
    let paradigm = name.marks.contains(.adjective) ? "adjective" : "name"
    // Forms in braces follow the order of the cases, then come doublets.
    let order: [FormFeatures] = [.genitive, .dative, .accusative, .instrumental, .locative]
    let isFull = name.forms.count >= order.count
    var forms: [(String, FormFeatures)] = name.forms.enumerated().map { position, form in
      // Fewer forms than cases do not say which case each is.
      (form, isFull && position < order.count ? order[position] : [])
    }
    if language != pack.code, !pack.spelling.inflectsForeignNames {
      forms.append((name.text, []))
    } else if name.forms.isEmpty {
      forms += pack.forms(of: name.text, as: paradigm)
    } else {
      // A few forms are given for places, whose accusative is mostly as the nominative.
      forms.append((name.text, isFull ? .nominative : [.nominative, .accusative]))
    }
    for (form, features) in forms {
      let parts = tokens(of: form)
      guard let first = parts.first else { continue }
      var meaning = meaning
      let kept = meaning.features.intersection(.plural)
      meaning.features = features.union(kept)
      if name.marks.contains(.exactCase) {
        meaning.capitals = parts.allSatisfy(\.isAllCapitals) ? .all : .last
      } else if first.isCapitalised && parts.count == 1 {
        meaning.capitals = .initial
      }
      trie.insert(parts.map(\.word), meaning)
      if let article = pack.article, parts.count > 1 {
        // "the Republic of Korea" is longer than "the republic".
        trie.insert(tokens(of: article).map(\.word) + parts.map(\.word), meaning)
      }
    }
  }
}
