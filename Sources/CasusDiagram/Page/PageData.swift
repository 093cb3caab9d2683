/// What the page's scripts read: everything about the events, as JSON; numbers are places in lists.
struct PageData: Encodable {
  struct Person: Encodable {
    var id: String
    var name: String
    /// The word for what the actor is.
    var kind: String
    /// The actor it belongs to.
    var `in`: Int?
  }

  struct Source: Encodable {
    var title: String
    var publisher: String?
    var date: String?
    var url: String?
    var language: String?
  }

  struct Report: Encodable {
    var article: Int
    /// The sentence before the words, the words, and the sentence after them.
    var words: [String]?
    /// Who is quoted.
    var by: [String]?
    var status: Int
    var date: String?
    var confidence: Double
  }

  struct Happening: Encodable {
    var id: String
    var text: String
    var type: String
    var quad: Int
    var status: Int
    var contested: Bool?
    /// The first and the last day that the date may mean; days count from 1970-01-01.
    var from: Int?
    var to: Int?
    var date: String?
    var source: [Int]
    var target: [Int]
    /// Actors in other roles.
    var others: [Int]?
    var place: String?
    var confidence: Double
    var reports: [Report]
  }

  struct Tie: Encodable {
    var source: Int
    var target: Int
    var mutual: Bool?
    var polarity: Int
    var text: String
  }

  /// What a mark of the picture shows: events, an actor, or two actors and their events.
  struct Mark: Encodable {
    var events: [Int]?
    var actor: Int?
    var tie: [Int]?
  }

  var kind: String
  var language: String
  var words: [String: String]
  var types: [String: String]
  var actors: [Person]
  var articles: [Source]
  var events: [Happening]
  var relations: [Tie]
  var marks: [Mark]
}
