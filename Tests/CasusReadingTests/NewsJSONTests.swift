import CasusModel
import CasusReading
import Testing

/// JSON as feeds, news services, crawlers and chats write it.
@Suite struct NewsJSONTests {
  private func articles(_ json: String, as name: String = "a.json") throws -> [Article] {
    try read(json.utf8, as: name).map { try $0.get() }
  }

  @Test func jsonFeed() throws {
    let articles = try articles(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Larkfield Times", "language": "en-GB",
       "description": "News", "items": [
        {"id": "1", "url": "https://l.example/1", "title": "Ties cut",
         "content_html": "<p>Korland cut its ties.</p><p>Belmora left.</p>",
         "date_published": "2030-02-03T10:00:00-07:00"},
        {"id": "https://l.example/2", "content_text": "Dorvik left.", "date_modified": "2030-02-04"}]}
      """)
    #expect(
      articles.map(\.text) == [
        "Ties cut\n\nKorland cut its ties.\n\nBelmora left.", "Dorvik left.",
      ])
    #expect(articles.map(\.title) == ["Ties cut", "Dorvik left."])
    #expect(articles.map(\.url) == ["https://l.example/1", "https://l.example/2"])
    // When it was changed is not when it was published.
    #expect(articles.map(\.published) == [EDTF("2030-02-03"), nil])
    #expect(articles.allSatisfy { $0.publisher == "Larkfield Times" && $0.language == "en" })
    #expect(articles[1].path.hasSuffix("/a.json#2"))
  }

  /// NewsAPI, GNews, MediaStack, NewsData, the Guardian, news-please and WordPress.
  @Test(arguments: [
    """
    {"status": "ok", "articles": [{"source": {"id": null, "name": "Larkfield Times"}, "author": "A",
      "title": "Ties cut - Larkfield Times", "description": "Korland cut its ties.",
      "url": "https://l.example/1", "publishedAt": "2030-02-03T10:00:00Z",
      "content": "Korland cut its ties. Belmora said it… [+2345 chars]"}]}
    """,
    """
    {"totalArticles": 1, "articles": [{"title": "Ties cut", "description": "Korland cut its ties.",
      "content": "Korland cut its ties. Belmora s... [1444 chars]", "url": "https://l.example/1",
      "publishedAt": "2030-02-03T10:00:00Z", "source": {"name": "Larkfield Times", "url": "https://l.example"}}]}
    """,
    """
    {"pagination": {"limit": 1}, "data": [{"author": null, "title": "Ties cut",
      "description": "Korland cut its ties.", "url": "https://l.example/1", "source": "Larkfield Times",
      "language": "en", "published_at": "2030-02-03T10:00:00+00:00"}]}
    """,
    """
    {"status": "success", "results": [{"title": "Ties cut", "link": "https://l.example/1",
      "content": "Korland cut its ties.", "pubDate": "2030-02-03 10:00:00", "source_id": "l",
      "source_name": "Larkfield Times", "language": "english"}]}
    """,
    """
    {"response": {"status": "ok", "results": [{"id": "l/1", "webPublicationDate": "2030-02-03T10:00:00Z",
      "webTitle": "Ties cut", "webUrl": "https://l.example/1",
      "fields": {"bodyText": "Korland cut its ties.", "publication": "x", "site_name": "Larkfield Times"}}]}}
    """,
    """
    [{"title": "Ties cut", "maintext": "Korland cut its ties.", "date_publish": "2030-02-03 10:00:00",
      "source_domain": "Larkfield Times", "url": "https://l.example/1"}]
    """,
    """
    [{"date": "2030-02-03T10:00:00", "link": "https://l.example/1", "title": {"rendered": "Ties cut"},
      "content": {"rendered": "<p>Korland cut its ties.</p>"}, "source": "Larkfield Times"}]
    """,
  ])
  func newsServices(json: String) throws {
    for name in ["a.json", "a.jsonl"] {
      let line = name == "a.jsonl" ? json.replacing("\n", with: " ") : json
      let article = try #require(try articles(line, as: name).first)
      #expect(article.title == "Ties cut")
      #expect(article.text == "Ties cut\n\nKorland cut its ties.")
      #expect(article.published == EDTF("2030-02-03"))
      #expect(article.publisher == "Larkfield Times")
      #expect(article.url == "https://l.example/1")
    }
  }

  @Test func dataSetsKeepTheirTextAsItIs() throws {
    let row = """
      {"title": "Ties cut", "text": "Korland cut its ties.", "domain": "l.example", "date": "2030-02-03 10:00:00"}
      """
    let article = try #require(try articles(row, as: "a.jsonl").first)
    #expect(article.text == "Korland cut its ties.")
    #expect(article.published == EDTF("2030-02-03"))
    #expect(article.publisher == "l.example")
  }

  /// The whole account in one file, and one channel.
  @Test(arguments: ["{\"chats\": {\"about\": \"…\", \"list\": [CHAT]}}", "CHAT"])
  func chats(wrapped: String) throws {
    let chat = """
      {"name": "Herald Desk", "type": "public_channel", "id": 1, "messages": [
        {"id": 1, "type": "service", "date": "2030-02-01T10:00:00", "action": "create", "text": "Made"},
        {"id": 2, "type": "message", "date": "2030-02-02T10:00:00", "from": "Herald Desk",
         "text": ["Urgent: ", {"type": "bold", "text": "Korland"}, " left.\\n\\nMore soon"]},
        {"id": 3, "type": "message", "date": "2030-02-03T10:00:00", "photo": "p.jpg", "text": ""},
        {"id": 4, "type": "message", "date": "2030-02-04T10:00:00", "forwarded_from": "Other Desk",
         "text": "Dorvik left."}]}
      """
    let articles = try articles(wrapped.replacing("CHAT", with: chat))
    #expect(articles.map(\.text) == ["Urgent: Korland left.\n\nMore soon", "Dorvik left."])
    #expect(articles.map(\.title) == ["Urgent: Korland left.", "Dorvik left."])
    #expect(articles.map(\.published) == [EDTF("2030-02-02"), EDTF("2030-02-04")])
    #expect(articles.map(\.publisher) == ["Herald Desk", "Other Desk"])
    #expect(articles[1].path.hasSuffix("#4"))
  }

  /// A message of two words is in the language of its channel.
  @Test func shortMessagesHaveTheLanguageOfTheirChannel() throws {
    let json = """
      {"name": "D", "messages": [{"type": "message", "text": "Korland menyerang Belmora."},
       {"type": "message", "text": "Menteri itu mengatakan bahwa pasukan akan ditarik dari perbatasan."}]}
      """
    let results = try read(
      json.utf8, as: "a.json", options: ReadingOptions(languageProfiles: profiles))
    #expect(try results.map { try $0.get().language } == ["id", "id"])
  }

  @Test(arguments: [
    ("{\"articles\": []}", "holds no article"),
    (
      "{\"articles\": [{\"title\": \"[Removed]\", \"content\": \"[Removed]\"}]}",
      "article 1 has no \"text\""
    ),
    ("{\"messages\": [{\"type\": \"message\", \"text\": \"\"}]}", "holds no message with text"),
    ("{\"status\": \"error\", \"message\": \"no key\"}", "has no \"text\""),
  ])
  func listsWithoutArticles(json: String, message: String) throws {
    #expect(try readProblem(json.utf8, as: "a.json").message.contains(message))
  }

  @Test func aWrongDateOfAServiceIsAWarning() throws {
    let results = try read(
      #"{"articles": [{"content": "Korland left.", "publishedAt": "soon"}]}"#.utf8, as: "a.json")
    try #require(results.count == 2)
    #expect(results[0].problem?.message.contains("\"soon\" as its date") == true)
    #expect(try results[1].get().published == nil)
  }

  @Test func secondsSince1970AreDays() throws {
    let article = try #require(
      try articles(#"[{"body": "Korland left.", "timestamp": 1646128800}]"#).first)
    #expect(article.published == EDTF("2022-03-01"))
  }
}
