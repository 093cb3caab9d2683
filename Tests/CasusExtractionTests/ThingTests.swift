import CasusModel
import Testing

/// What an event is about, in the words of the article, and who gives it to whom.
struct ThingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var language: String
    var text: String
    /// The words for what changes hands, or `nil` where the text names only who gets it.
    var thing: String?
    var supplier: String
    var recipient: String

    var testDescription: String { text }
  }

  private static let transfers: [Case] = [
    // Who buys is supplied.
    Case(
      language: "en", text: "Oman bought twelve patrol boats from Finland.",
      thing: "twelve patrol boats", supplier: "FIN", recipient: "OMN"),
    Case(
      language: "id", text: "Oman membeli dua belas tank dari Finlandia.", thing: "dua belas tank",
      supplier: "FIN", recipient: "OMN"),
    Case(
      language: "ru", text: "Оман купил у Финляндии двенадцать танков.",
      thing: "двенадцать танков", supplier: "FIN", recipient: "OMN"),
    Case(
      language: "uk", text: "Оман купив у Фінляндії дванадцять танків.",
      thing: "дванадцять танків", supplier: "FIN", recipient: "OMN"),
    Case(
      language: "de", text: "Oman hat zwölf Panzer von Finnland gekauft.", thing: "zwölf Panzer",
      supplier: "FIN", recipient: "OMN"),
    // Who sells or gives supplies.
    Case(
      language: "en", text: "Finland sold Oman most of its old tanks.",
      thing: "most of its old tanks", supplier: "FIN", recipient: "OMN"),
    Case(
      language: "en", text: "Finland supplied Oman with anti-tank missiles.",
      thing: "anti-tank missiles", supplier: "FIN", recipient: "OMN"),
    Case(
      language: "en", text: "Finland shipped a second batch of mortars and rifles to Oman.",
      thing: "a second batch of mortars and rifles", supplier: "FIN", recipient: "OMN"),
    Case(
      language: "uk", text: "Фінляндія постачає Оману бойові вертольоти.",
      thing: "бойові вертольоти", supplier: "FIN", recipient: "OMN"),
    Case(
      language: "id", text: "Finlandia memasok senjata kepada Oman.", thing: "senjata",
      supplier: "FIN", recipient: "OMN"),
    Case(
      language: "ru", text: "Финляндия передала Оману «Леопарды».", thing: "Леопарды",
      supplier: "FIN", recipient: "OMN"),
    Case(
      language: "en", text: "Finland sold Oman rockets for use at sea.", thing: "rockets",
      supplier: "FIN", recipient: "OMN"),
    // Whom somebody arms is no thing.
    Case(
      language: "en", text: "Finland is arming Oman.", thing: nil, supplier: "FIN",
      recipient: "OMN"),
  ]

  @Test(arguments: transfers)
  func saysWhatChangesHands(transfer: Case) throws {
    let statements = Reading.statements(in: transfer.text, transfer.language)
    let statement = try #require(statements.first { $0.mode == "arms-transfer" })
    #expect(statement.object == transfer.thing)
    #expect(statement.roles["supplier"]?.map(\.rawValue) == [transfer.supplier])
    #expect(statement.roles["recipient"]?.map(\.rawValue) == [transfer.recipient])
    if let thing = transfer.thing { #expect(statement.evidence.text.contains(thing)) }
    expectExactEvidence(statements, in: transfer.text, transfer.text)
  }

  @Test func tellsWhoSuppliesWhatWasToldBefore() throws {
    let text =
      "Finlandia membeli roket dari Oman. Terkait dengan roket dari Oman untuk Finlandia, hal "
      + "tersebut diungkapkan oleh intelijen Amerika Serikat."
    let transfers = Reading.statements(in: text, "id").filter { $0.mode == "arms-transfer" }
    try #require(transfers.count == 2)
    for transfer in transfers { #expect(transfer.roles["supplier"] == ["OMN"]) }
  }

  @Test(arguments: [
    ("en", "Finland handed Oman $40m in April.", "$40m"),
    ("ru", "Финляндия выделила Оману 40 миллионов евро.", "40 миллионов евро"),
    ("id", "Finlandia memberi Oman bantuan kemanusiaan.", "bantuan kemanusiaan"),
  ])
  func namesAidBehindWhoGetsIt(language: String, text: String, aid: String) throws {
    let statement = try #require(Reading.statements(in: text, language).first { $0.type == .aid })
    #expect(statement.object == aid)
  }

  @Test(arguments: [
    "Finland attacked it.", "Finland attacked Oman.",
    "Finland accused Oman of lying.",
    "Finland's president visited Muscat.",
  ])
  func takesNobodyForAThing(text: String) {
    let before = "Oman is a state of Arabia. "
    let statements = Reading.statements(in: before + text, "en")
    #expect(!statements.isEmpty)
    for statement in statements { #expect(statement.object == nil) }
  }

  @Test(arguments: [
    ("Oman struck five Finnish soldiers.", "five Finnish soldiers"),
    ("Oman bombed Finnish airfields.", "Finnish airfields"),
    ("Oman banned Finnish cheese.", "Finnish cheese"),
  ])
  func namesWhatOfTheirsIsActedOn(text: String, thing: String) {
    #expect(Reading.statements(in: text, "en").map(\.object) == [thing])
  }

  @Test(arguments: [
    ("Finland promised Oman forty tanks.", "forty tanks"),
    ("Finland accepted Oman's invitation.", "Oman's invitation"),
  ])
  func partsWhoGetsSomethingFromWhoseItIs(text: String, thing: String) {
    #expect(Reading.statements(in: text, "en").map(\.object) == [thing])
  }

  @Test(arguments: [
    ("en", "Oman mediated between Kenya and Somalia."),
    ("id", "Oman menengahi perundingan antara Kenya dan Somalia."),
    ("ru", "Оман выступил посредником между Кенией и Сомали."),
    ("uk", "Оман виступив посередником між Кенією та Сомалі."),
  ])
  func namesWhoMediates(language: String, text: String) throws {
    let mediation = try #require(
      Reading.statements(in: text, language).first { $0.mode == "mediate" })
    #expect(mediation.roles == ["mediator": ["OMN"]])
    #expect(mediation.target == ["KEN", "SOM"])
  }
}
