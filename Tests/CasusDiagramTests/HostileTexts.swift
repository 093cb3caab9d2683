/// Titles, names and addresses as nobody should write them.
enum HostileTexts {
  static let texts: [String] = [
    // Markup of HTML and SVG.
    "<script>alert(1)</script>", "</title><script>alert(1)</script>", "<b>unbalanced <i>tags",
    "<svg onload=alert(1)>", "<img src=x onerror=alert(1)>", "</text></g></svg><svg>",
    "<![CDATA[x]]>", "]]>", "<!-- comment", "--><script>1</script>", "<?xml version='1.0'?>",
    "<!DOCTYPE x [<!ENTITY a 'b'>]>", "<!ENTITY % x SYSTEM 'file:///etc/passwd'>", "&xxe;",
    "<a xlink:href=\"javascript:alert(1)\">x</a>", "<foreignObject><body onload=1>",
    "<style>*{display:none}</style>", "\" onmouseover=\"alert(1)", "' onclick='alert(1)",
    "\"><animate onbegin=alert(1) attributeName=x>", "<use href=\"data:image/svg+xml,x\"/>",
    // References, right and wrong.
    "&lt;script&gt;", "&amp;amp;", "&#x3c;script&#x3e;", "&#0;", "&copy", "&", "&&&;",
    "&#99999999;", "100 % & more", "AT&T",
    // What DOT gives a meaning to.
    "\\N", "\\G \\L \\E \\T \\H", "\\", "\\\\\"", "\\l\\r\\n", "a\\", "\"", "\"]; evil [label=\"x",
    "}; digraph { a -> b", "<<b>html label</b>>", "a|b|{c|d}", "{x}", "/* comment */ // #",
    "x\"; image=\"/etc/passwd", "node [shape=none]", "a:b:c", "->", "--", "\u{2028}x\u{2029}",
    // What is invisible, or turns text around.
    "nul\u{0}nul", "bell\u{7}\u{8}\u{1B}[31m", "\u{202E}gnp.exe", "\u{2066}isolate\u{2069}",
    "zero\u{200B}width\u{FEFF}", "\u{FFFE}\u{FFFF}", "\u{85}next\u{9B}line", "tab\tline\nreturn\r",
    "soft\u{AD}hyphen", "\u{E0001}tags\u{E007F}", "   ", "",
    // What is too long, or too high.
    String(repeating: "w", count: 10_000), String(repeating: "word ", count: 3000),
    String(repeating: "漢", count: 5000), String(repeating: "é", count: 3000),
    "Z\(String(repeating: "\u{30D}", count: 200))algo", String(repeating: "<", count: 500),
    String(repeating: "\\", count: 501), String(repeating: "&amp;", count: 300),
    // Other scripts, and none.
    "نص عربي مع <b>", "עברית", "한국어 조선민주주의인민공화국", "中华人民共和国", "日本語の題", "ไทย",
    "Київ і «лапки»", "🇺🇦🚀👩‍👩‍👧", "𝕱𝖆𝖓𝖈𝖞", "ﷺ ﷽", "\u{1F4A9}",
    // Formats, paths and commands.
    "%s %d %n %x", "${jndi:ldap://x}", "$(rm -rf /)", "`id`", "'; DROP TABLE event; --",
    "../../etc/passwd", "file:///etc/passwd", "C:\\windows\\system32",
    "http://example.org/?a=1&b=2",
    "javascript:alert(1)", "NaN", "-1e999", "null",
  ]

  static let addresses: [String] = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd", "//example.org",
    "http://example.org/\"><script>alert(1)</script>", "https://example.org/?a=1&b=<2>",
    "https://example.org/\u{0}\u{202E}", "http://", "https:", "ftp://example.org/x",
    "http://user:pass@example.org/'onclick='x",
    "https://example.org/" + String(repeating: "a", count: 5000),
    "http://example.org/)(/JS (app.alert(1))", "about:blank", "#event=1", "",
  ]
}
