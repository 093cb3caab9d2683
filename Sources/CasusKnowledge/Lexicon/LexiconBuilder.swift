import CasusModel

/// Makes the tables of a language's lexicon from its pack, the actors and the places.
struct LexiconBuilder {
  private let pack: LanguagePack
  private let frames: FrameCompiler
  private let words: WordTable
  private let tokenizer: Tokenizer
  private var trie = PhraseTrie()
  /// The classes that list a word.
  private var classesOfWord: [String: [Int32]] = [:]
  /// Kept between phrases, so that each needs no memory of its own.
  private var tokens: [Token] = []
  private var numbers: [UInt32] = []
  /// The words of the article that may stand before names.
  private var article: [UInt32] = []
  /// Words by their number, as they are written where another letter sounds better.
  private var euphony: Euphony
  /// Articles and possessives, which headlines leave out.
  private let omitted: Set<String>

  static func tables(
    _ pack: LanguagePack, frames: FrameCompiler, head: LexiconHead, actors: ActorRegistry,
    places: Gazetteer, dates: DateGrammar?
  ) -> LexiconTables {
    var builder = LexiconBuilder(pack: pack, frames: frames)
    // The words of dates get numbers as well, so that no word of a text is looked up twice.
    for phrase in dates?.phrases ?? [] {
      for word in phrase.split(whereSeparator: { !$0.isLetter }) {
        builder.readTokens(of: String(word))
      }
    }
    builder.addClasses()
    builder.addWords()
    builder.addCaseForms()
    builder.addFrames()
    builder.addNominalisations()
    builder.addActors(actors)
    builder.addCollectives(actors)
    builder.addPlaces(places)
    builder.addVariants()
    return LexiconTables(
      words: builder.words, trie: builder.trie,
      territory: pack.nounHead == .last ? frames.classNumbers["territory"] : nil,
      money: frames.classNumbers["money"], head: head.bytes)
  }

  private init(pack: LanguagePack, frames: FrameCompiler) {
    self.pack = pack
    self.frames = frames
    euphony = Euphony(pack)
    omitted = Set(["demonstrative", "possessivePronoun"].flatMap { pack.words[$0] ?? [] })
    words = WordTable(letters: pack.spelling.letters)
    tokenizer = Tokenizer(adding: words, hasPossessive: pack.possessive != nil)
    if let article = pack.article {
      readTokens(of: article)
      self.article = numbers
    }
  }

  private mutating func insert(_ phrase: String, _ meaning: LexiconEntry) {
    readTokens(of: phrase)
    trie.insert(numbers, meaning)
  }

  /// Reads the words of a phrase into `tokens`, and their numbers into `numbers`.
  private mutating func readTokens(of phrase: String) {
    var phrase = phrase
    phrase.withUTF8 { tokenizer.tokens(of: $0, in: 0..<$0.count, into: &tokens) }
    tokens.removeAll { $0.kind != .word && $0.kind != .number }
    numbers.removeAll(keepingCapacity: true)
    for token in tokens { numbers.append(token.word) }
    guard !euphony.isEmpty else { return }
    for token in tokens where token.kind == .word && !token.isCapitalised {
      phrase.withUTF8 { euphony.note(token, in: $0) }
    }
  }

  /// What is written as another letter sounds better is the same word, unless the lexicon knows it as one of
  /// its own: "враження" is not "ураження".
  private mutating func addVariants() {
    var same: [UInt32: UInt32] = [:]
    for (number, variant) in euphony.variants.sorted(by: { $0.key < $1.key }) {
      let known = words.count
      var variant = variant
      variant.withUTF8 { tokenizer.tokens(of: $0, in: 0..<$0.count, into: &tokens) }
      if words.count > known, tokens.count == 1 { same[tokens[0].word] = number }
    }
    if !same.isEmpty { words.unite(same) }
  }

  // MARK: Classes and closed words

  private mutating func addClasses() {
    for name in pack.classes.keys.sorted() {
      let number = Int32(frames.classNumbers[name] ?? 0)
      for word in pack.classes[name] ?? [] {
        addNoun(word, LexiconEntry(kind: .noun, index: number))
        if !word.contains(" ") { classesOfWord[word, default: []].append(number) }
      }
    }
  }

  private mutating func addNoun(
    _ noun: String, _ meaning: LexiconEntry, also shown: FormFeatures = []
  ) {
    for (form, features) in pack.forms(of: noun, as: "noun") {
      var meaning = meaning
      meaning.features = features.union(.noun).union(shown)
      // "Лига арабских государств": the last word is not always the head.
      if features.contains(.nominative), features.isDisjoint(with: .plural), !form.contains(" ") {
        meaning.features.formUnion(Self.gender(of: form, pack.nounGenders))
      }
      insert(form, meaning)
    }
  }

  private mutating func addVerb(_ verb: String, _ meaning: LexiconEntry) {
    let ending = Self.endingOfSeparable(verb)
    for (form, features) in pack.verbForms(of: verb) {
      var meaning = meaning
      meaning.features = features
      if features.isSuperset(of: [.past, .active]), features.isDisjoint(with: .plural) {
        meaning.features.formUnion(Self.gender(of: form, made: verb, pack.pastGenders))
      }
      insert(form, meaning)
      if let ending, form.hasSuffix(ending) {
        // "griff … an": the first part is a verb wherever the second stands.
        insert(
          String(form.dropLast(ending.count)),
          LexiconEntry(kind: .function, roles: .plainVerb, features: features))
      }
    }
  }

  /// The gender that a form of a verb shows: by the word in which it differs from the dictionary's.
  private static func gender(
    of form: String, made verb: String, _ endings: [(ending: String, features: FormFeatures)]
  ) -> FormFeatures {
    let base = verb.split(separator: " ")
    let words = form.split(separator: " ")
    let word = zip(words, base).first { $0 != $1 }?.0 ?? words.first
    return gender(of: String(word ?? ""), endings)
  }

  /// The gender that a form shows by its ending, if any.
  private static func gender(
    of form: String, _ endings: [(ending: String, features: FormFeatures)]
  ) -> FormFeatures {
    endings.first { form.hasSuffix($0.ending) }?.features ?? []
  }

  /// What forms such as "griff an" of `an|greifen` end in; `nil` of other verbs.
  private static func endingOfSeparable(_ verb: String) -> String? {
    guard let bar = verb.utf8.firstIndex(of: UInt8(ascii: "|")) else { return nil }
    let prefix = verb[..<bar].drop { $0 == " " }
    return " " + (prefix.hasSuffix(" ") ? prefix.dropLast() : prefix)
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
        if role == .preposition {
          meaning.index = Int32(frames.prepositions[FrameCompiler.preposition(word)] ?? 0)
        }
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

  // MARK: Frames

  private mutating func addFrames() {
    for (position, frame) in pack.frames.enumerated() {
      let index = Int32(position)
      for addition in frames.additions[position] {
        switch addition {
        case .noun(let word, let number):
          addNoun(word, LexiconEntry(kind: .noun, index: Int32(number)))
        case .preposition(let word, let number):
          insert(
            word, LexiconEntry(kind: .function, index: Int32(number), roles: .preposition))
        }
      }
      for verb in frame.verbs {
        addVerb(verb, LexiconEntry(kind: .verb, index: index))
        if let short = shortened(verb) { addVerb(short, LexiconEntry(kind: .verb, index: index)) }
      }
      for noun in frame.nouns {
        addNoun(noun, LexiconEntry(kind: .eventNoun, index: index))
        if pack.usesCases, noun.contains(" ") { addClasses(ofHead: noun) }
      }
      for word in frame.adjectives {
        // "Китай обурений": where nothing stands between, an adjective is the predicate itself.
        let features: FormFeatures = [.finite, .active, .adjective]
        insert(word, LexiconEntry(kind: .verb, index: index, features: features))
      }
    }
  }

  /// "closure" has the frames of "close".
  private mutating func addNominalisations() {
    guard !pack.nominalisations.isEmpty else { return }
    for (position, frame) in pack.frames.enumerated() where frame.type != nil {
      for verb in frame.verbs {
        for noun in pack.nominalisations[verb] ?? [] where !frame.nouns.contains(noun) {
          addNoun(
            noun, LexiconEntry(kind: .eventNoun, index: Int32(position)), also: .gerund)
        }
      }
    }
  }

  /// "pull plug on", "throw weight behind": an idiom that ends in a preposition, as headlines print it,
  /// without articles and possessives; `nil` where it has none.
  private func shortened(_ verb: String) -> String? {
    guard pack.possessive != nil, verb.utf8.contains(UInt8(ascii: " ")) else { return nil }
    let words = verb.split(separator: " ").map(String.init)
    let kept = words.prefix(1) + words.dropFirst().filter { !omitted.contains($0) }
    guard kept.count < words.count, kept.count > 2, let last = kept.last,
      frames.prepositions[FrameCompiler.preposition(last)] != nil
    else { return nil }
    return kept.joined(separator: " ")
  }

  /// "секторальные санкции" are "санкции": a phrase has the classes of the word that heads it.
  private mutating func addClasses(ofHead phrase: String) {
    for word in phrase.split(separator: " ").map(String.init) {
      guard let classes = classesOfWord[word] else { continue }
      for number in classes { addNoun(phrase, LexiconEntry(kind: .noun, index: number)) }
      return
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
          if actors.kind(at: index) == .person { meaning.features.insert(.namesPerson) }
          add(name, meaning, language, showsGender: actors.kind(at: index) != .person)
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
          add(
            name, LexiconEntry(kind: .place, index: Int32(index), marks: name.marks), language,
            showsGender: true)
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

  private mutating func add(
    _ name: ActorName, _ meaning: LexiconEntry, _ language: String, showsGender: Bool = false
  ) {
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
      readTokens(of: form)
      guard let first = tokens.first else { continue }
      var meaning = meaning
      let kept = meaning.features.intersection([.plural, .namesPerson])
      meaning.features = features.union(kept)
      if showsGender, language == pack.code, paradigm == "name", !features.isEmpty,
        tokens.count == 1, !first.isAllCapitals
      {
        meaning.features.formUnion(Self.gender(of: name.text, pack.nameGenders))
      }
      if name.marks.contains(.exactCase) {
        meaning.capitals = tokens.allSatisfy(\.isAllCapitals) ? .all : .last
      } else if first.isCapitalised && tokens.count == 1 {
        meaning.capitals = .initial
      }
      trie.insert(numbers, meaning)
      if pack.article != nil, tokens.count > 1 {
        // "the Republic of Korea" is longer than "the republic".
        trie.insert(article + numbers, meaning)
      }
    }
  }
}
