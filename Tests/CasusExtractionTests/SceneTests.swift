import CasusModel
import Testing

/// Where an event takes place.
struct SceneTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var language: String
    var text: String
    var type: EventType
    var place: String?

    var testDescription: String { text }

    init(_ language: String, _ text: String, _ type: EventType, _ place: String?) {
      (self.language, self.text, self.type, self.place) = (language, text, type, place)
    }
  }

  private static let scenes: [Case] = [
    // What is struck, taken, left or visited.
    Case("en", "Turkish jets bombed Mosul on Monday.", .assault, "Mosul"),
    Case("en", "Turkish troops have withdrawn from Afrin.", .retreat, "Afrin"),
    Case("en", "The Japanese foreign minister visited Ulaanbaatar.", .consult, "Ulaanbaatar"),
    Case("id", "Pasukan Turki menggempur Mosul pada Senin.", .assault, "Mosul"),
    Case("ru", "Войска Турции обстреляли Мосул.", .assault, "Мосул"),
    Case("uk", "До Анкари прилетів міністр закордонних справ Японії.", .consult, "Анкара"),
    // What the clause names behind the act or before it.
    Case(
      "en", "Iran's foreign minister met his Omani counterpart, Badr Albusaidi, in Muscat.",
      .consult, "Muscat"),
    Case("en", "In Samarkand, Kazakhstan and Tajikistan signed a treaty.", .agree, "Samarkand"),
    Case("ru", "В Самарканде Казахстан и Таджикистан подписали договор.", .agree, "Самарканд"),
    Case("uk", "Казахстан і Таджикистан підписали договір у Самарканді.", .agree, "Самарканд"),
    Case("id", "Kazakhstan dan Tajikistan menandatangani perjanjian di Ankara.", .agree, "Ankara"),
    // A seat of government beside the capital.
    Case("en", "Protesters gathered in Tel Aviv to denounce Iran.", .protest, "Tel Aviv"),
    // A third state.
    Case("en", "Iran shelled American bases in Iraq.", .assault, "Iraq"),
    // A name that nobody knows.
    Case("en", "Kenyan troops ambushed al-Shabaab near Xyloporo.", .assault, "Xyloporo"),
    // Nowhere: the sides are no place, and words have none.
    Case("en", "Iran attacked Iraq.", .assault, nil),
    Case("en", "In Vienna, Iran accused Iraq of lying.", .accuse, nil),
    Case("en", "Sweden sold Kenya rockets for use in Mosul.", .cooperate, nil),
    // The place of another clause.
    Case("en", "Iran attacked Iraq, and the Swedish minister flew to Ankara.", .assault, nil),
  ]

  @Test(arguments: scenes)
  func findsWhereItHappens(scene: Case) throws {
    let statements = Reading.statements(in: scene.text, scene.language)
    let statement = try #require(statements.first { $0.type == scene.type })
    #expect(statement.place == scene.place)
  }
}
