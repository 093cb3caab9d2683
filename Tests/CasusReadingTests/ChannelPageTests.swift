import CasusModel
import CasusReading
import Testing

/// Telegram channels as pages.
@Suite struct ChannelPageTests {
  @Test func everyMessageOfAnExportIsAnArticle() throws {
    let page = """
      <html><head><title>Exported Data</title></head><body onload="CheckLocation();"><div class="page_wrap">
      <div class="page_header"><div class="content"><div class="text bold">Herald Desk</div></div></div>
      <div class="page_body chat_page"><div class="history">
      <div class="message service" id="message-1"><div class="body details">1 March 2030</div></div>
      <div class="message default clearfix" id="message2"><div class="body">
        <div class="pull_right date details" title="01.03.2030 23:00:00 UTC+02:00">23:00</div>
        <div class="from_name">Herald Desk</div>
        <div class="text">Urgent: <strong>Korland</strong> left.<br><br>More <a href="x">soon</a> from Dorvik.</div>
        <div class="reactions"><span class="count">12</span></div></div></div>
      <div class="message default clearfix joined" id="message3"><div class="body">
        <div class="pull_right date details" title="03.03.2030 10:05:00 UTC+02:00">10:05</div>
        <div class="text">Belmora left.</div></div></div>
      <div class="message default clearfix" id="message4"><div class="body">
        <div class="pull_right date details" title="04.03.2030 10:05:00">10:05</div>
        <div class="from_name">Herald Desk</div>
        <div class="forwarded body"><div class="from_name">Other Desk <span class="date details"
          title="02.03.2030 09:00:00"> 02.03.2030</span></div><div class="text">Dorvik left.</div></div></div></div>
      <div class="message default" id="message5"><div class="body"><div class="date" title="05.03.2030 1:00">1:00</div>
        <div class="media_wrap"><div class="title bold">Photo</div></div></div></div>
      </div></div></div></body></html>
      """
    let articles = try read(page.utf8, as: "messages.html").map { try $0.get() }
    #expect(
      articles.map(\.text) == [
        "Urgent: Korland left.\n\nMore soon from Dorvik.", "Belmora left.", "Dorvik left.",
      ])
    #expect(articles.map { $0.published?.rawValue } == ["2030-03-01", "2030-03-03", "2030-03-04"])
    #expect(articles.map(\.publisher) == ["Herald Desk", "Herald Desk", "Other Desk"])
    #expect(articles[1].path.hasSuffix("/messages.html#2"))
  }

  @Test func theChannelOnTheWeb() throws {
    let page = """
      <html><head><title>Herald Desk</title></head><body class="widget_frame_base tgme_webpreview"><main>
      <div class="tgme_widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap" data-post="herald/7">
      <a class="tgme_widget_message_owner_name"><span dir="auto">Herald Desk</span></a>
      <div class="tgme_widget_message_text js-message_text" dir="auto"><b>Korland left.</b><br/><br/>Belmora came.</div>
      <a class="tgme_widget_message_date" href="https://t.me/herald/7"><time datetime="2030-03-01T22:00:00+00:00"
       class="time">22:00</time></a></div></div></main></body></html>
      """
    let article = try readArticle(page, as: "a.html")
    #expect(article.text == "Korland left.\n\nBelmora came.")
    #expect(article.published == EDTF("2030-03-01"))
    #expect(article.publisher == "Herald Desk")
    #expect(article.url == "https://t.me/herald/7")
  }

  @Test func otherPagesWithSuchNamesAreOneArticle() throws {
    let page =
      "<html><body><div class=page_wrap><h1>News</h1><p>Korland seized the strait of Ansa on Sunday, it said.</p>"
      + "</div></body></html>"
    #expect(try readArticle(page, as: "a.html").title == "News")
  }
}
