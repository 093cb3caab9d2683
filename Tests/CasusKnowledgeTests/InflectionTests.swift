import Testing

@testable import CasusKnowledge

/// The rules of a language make the forms that its texts show.
struct InflectionTests {
  /// A verb as `frames.yaml` writes it, and forms that must come of it.
  struct Verb: CustomTestStringConvertible, Sendable {
    var language: String
    var verb: String
    var forms: [String]
    var features: FormFeatures = []

    var testDescription: String { "\(language) \(verb)" }
  }

  static let indonesian: [Verb] = [
    active("serang", ["menyerang", "menyerangnya"]), active("pasok", ["memasok"]),
    active("kirim", ["mengirim"]), active("kirimkan", ["mengirimkan"]),
    active("tuduh", ["menuduh", "menuduhnya"]), active("kecam", ["mengecam", "mengecamnya"]),
    active("protes", ["memprotes"]), active("bom", ["mengebom"]), active("culik", ["menculik"]),
    active("dukung", ["mendukung"]), active("akui", ["mengakui", "mengakuinya"]),
    active("larang", ["melarang"]), active("rebut", ["merebut"]),
    active("wajibkan", ["mewajibkan"]),
    active("invasi", ["menginvasi"]), active("tangkap", ["menangkap"]), active("beli", ["membeli"]),
    active("gempur", ["menggempur"]), active("hantam", ["menghantam"]), active("jual", ["menjual"]),
    active("veto", ["memveto"]), active("transfer", ["mentransfer"]), active("usir", ["mengusir"]),
    active("nyatakan", ["menyatakan"]), active("minta", ["meminta"]),
    active("blokade", ["memblokade"]), active("kritik", ["mengkritik"]),
    active("klaim", ["mengklaim"]), active("sponsori", ["mensponsori"]),
    Verb(language: "id", verb: "serang", forms: ["diserang", "terserang"], features: .passive),
    Verb(language: "id", verb: "rebut", forms: ["direbut", "terebut"], features: .passive),
    Verb(language: "id", verb: "kirimkan", forms: ["dikirimkan"], features: .passive),
    Verb(language: "id", verb: "serang", forms: ["serang"], features: [.bare, .base]),
    Verb(language: "id", verb: "ber-temu", forms: ["bertemu"], features: .active),
    Verb(language: "id", verb: ".mundur", forms: ["mundur"], features: .active),
    Verb(language: "id", verb: "tanda tangani", forms: ["menanda tangani", "ditanda tangani"]),
  ]

  static let english: [Verb] = [
    past("attack", ["attacked"]), past("carry", ["carried"]), past("stop", ["stopped"]),
    past("hit", ["hit"]), past("send", ["sent"]), past("strike", ["struck"]),
    past("seize", ["seized"]), past("agree", ["agreed"]), past("visit", ["visited"]),
    past("deploy", ["deployed"]), past("expel", ["expelled"]), past("ban", ["banned"]),
    past("shell", ["shelled"]), past("raid", ["raided"]), past("meet", ["met"]),
    past("withdraw", ["withdrew"]), past("cut", ["cut"]), past("fight", ["fought"]),
    past("kidnap", ["kidnapped"]), past("pull out", ["pulled out"]), past("veto", ["vetoed"]),
    past("destroy", ["destroyed"]), past("supply", ["supplied"]), past("buy", ["bought"]),
    past("shoot down", ["shot down"]), past("submit", ["submitted"]),
    Verb(language: "en", verb: "carry", forms: ["carries"], features: .finite),
    Verb(language: "en", verb: "veto", forms: ["vetoes"], features: .finite),
    Verb(language: "en", verb: "push", forms: ["pushes"], features: .finite),
    Verb(language: "en", verb: "deploy", forms: ["deploys"], features: .finite),
    Verb(language: "en", verb: "seize", forms: ["seizing"], features: .gerund),
    Verb(language: "en", verb: "agree", forms: ["agreeing"], features: .gerund),
    Verb(language: "en", verb: "stop", forms: ["stopping"], features: .gerund),
    Verb(language: "en", verb: "hit", forms: ["hitting"], features: .gerund),
    Verb(language: "en", verb: "lie", forms: ["lying"], features: .gerund),
    Verb(language: "en", verb: "withdraw", forms: ["withdrawn"], features: .participle),
    Verb(language: "en", verb: "strike", forms: ["struck"], features: .participle),
    Verb(language: "en", verb: "send", forms: ["send"], features: .base),
  ]

  static let slavic: [Verb] = [
    Verb(
      language: "ru", verb: "атаковать",
      forms: ["атаковал", "атаковала", "атаковали", "атакует", "атакуют"]),
    Verb(language: "ru", verb: "обстрелять", forms: ["обстрелял", "обстреляла", "обстреляли"]),
    Verb(language: "ru", verb: "отправить", forms: ["отправил", "отправила", "отправит"]),
    Verb(
      language: "uk", verb: "атакувати",
      forms: ["атакував", "атакувала", "атакували", "атакує", "атакують"]),
    Verb(language: "uk", verb: "обстріляти", forms: ["обстріляв", "обстріляла", "обстріляли"]),
    Verb(language: "uk", verb: "передати", forms: ["передав", "передала", "передали"]),
  ].filter { ShippedData.languages.contains($0.language) }

  static let german: [Verb] = [
    Verb(language: "de", verb: "liefern", forms: ["liefert", "lieferte"], features: .finite),
    Verb(language: "de", verb: "liefern", forms: ["geliefert"], features: .participle),
    Verb(language: "de", verb: "bekämpfen", forms: ["bekämpft"], features: .participle),
    Verb(language: "de", verb: "annektieren", forms: ["annektiert"], features: .participle),
    Verb(language: "de", verb: "an|kündigen", forms: ["angekündigt"], features: .participle),
    Verb(
      language: "de", verb: "an|greifen", forms: ["griff an", "greift an", "angriff"],
      features: .finite),
    Verb(language: "de", verb: "an|greifen", forms: ["anzugreifen"], features: .infinitive),
    Verb(
      language: "de", verb: "verantwortlich |machen",
      forms: ["machte verantwortlich", "verantwortlich gemacht", "verantwortlich zu machen"]),
  ].filter { ShippedData.languages.contains($0.language) }

  private static func active(_ verb: String, _ forms: [String]) -> Verb {
    Verb(language: "id", verb: verb, forms: forms, features: [.finite, .active])
  }

  private static func past(_ verb: String, _ forms: [String]) -> Verb {
    Verb(language: "en", verb: verb, forms: forms, features: .past)
  }

  @Test(arguments: indonesian + english + slavic + german)
  func makesForms(verb: Verb) throws {
    let pack = try #require(ShippedData.packs[verb.language])
    let made = pack.verbForms(of: verb.verb)
    for form in verb.forms {
      #expect(
        made.contains { $0.0 == form && $0.1.isSuperset(of: verb.features) },
        "\(form) is not among \(made.map(\.0))")
    }
  }

  /// Forms that a careless rule would make.
  @Test(arguments: [
    ("en", "visit", "visitted"), ("en", "send", "sended"), ("en", "hit", "hitted"),
    ("en", "carry", "carryed"), ("en", "deploy", "deploied"), ("en", "seize", "seizeing"),
    ("de", "bekämpfen", "gebekämpft"), ("de", "annektieren", "geannektiert"),
    ("id", "beli", "mengbeli"), ("id", "bom", "diebom"), ("id", "larang", "menglarang"),
  ])
  func makesNoImpossibleForm(language: String, verb: String, form: String) throws {
    let pack = try #require(ShippedData.packs[language])
    #expect(!pack.verbForms(of: verb).contains { $0.0 == form })
  }

  /// Words of the press that the shipped frames must cover, whatever stem they are written with.
  @Test(arguments: [
    ("id", "mengesahkan"), ("id", "disahkan"), ("id", "mengebom"), ("id", "dibom"),
    ("id", "menyerbu"), ("id", "memasok"), ("id", "dipasok"), ("id", "mengutuk"), ("id", "dikutuk"),
    ("id", "mencaplok"), ("id", "dicaplok"), ("id", "bertemu"), ("id", "mundur"),
    ("en", "invaded"), ("en", "shelling"), ("en", "expelled"), ("en", "vetoed"), ("en", "annexes"),
    ("en", "condemned"), ("en", "withdrew"),
  ])
  func lexiconKnowsTheVerb(language: String, form: String) throws {
    let lexicon = try #require(ShippedData.knowledge.lexicons[language])
    #expect(lexicon.found(form).contains { $0.kind == .verb })
  }

  @Test func rewritesBeginningsAndEnds() {
    let vowels = Set("aeiou".unicodeScalars)
    func end(_ word: String, _ rule: RewriteRule) -> String? {
      rule.rewriteEnd(of: Array(word.unicodeScalars), vowels: vowels).map(text)
    }
    func start(_ word: String, _ rule: RewriteRule) -> String? {
      rule.rewriteStart(of: Array(word.unicodeScalars), vowels: vowels).map(text)
    }
    let double = RewriteRule(pattern: "1CVC", replacement: "CVC=ed")
    #expect(end("stop", double) == "stopped")
    #expect(end("visit", double) == nil)
    #expect(end("op", double) == nil)
    let nasal = RewriteRule(pattern: "sV", replacement: "menyV")
    #expect(start("serang", nasal) == "menyerang")
    #expect(start("skor", nasal) == nil)
    #expect(start("", RewriteRule(pattern: "", replacement: "di")) == "di")
  }

  private func text(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  @Test func choosesTheParadigmOfTheLongestEnding() {
    func paradigm(_ endings: [String]) -> Paradigm { Paradigm(endings: endings, forms: []) }
    var list = ParadigmList()
    for endings in [["y"], [], ["ity", "y"]] { list.append(paradigm(endings)) }
    #expect(list.choose(for: "city") == paradigm(["ity", "y"]))
    #expect(list.choose(for: "army") == paradigm(["y"]))
    #expect(list.choose(for: "war") == paradigm([]))
    #expect(list.hasEnding("army", leaving: 1))
    #expect(!list.hasEnding("my", leaving: 1))
  }
}
