"""Articles for the tests of the page: hostile ones, and ten thousand events."""

import datetime
import itertools
import json

ATTACKS = [
    "<script>document.title='hacked'</script>",
    "</script><script>globalThis.hacked=1</script>",
    "</SCRIPT ><svg onload=globalThis.hacked=1>",
    "<!--<script>globalThis.hacked=1</script>",
    "--><script>globalThis.hacked=1</script><!--",
    "<![CDATA[<script>globalThis.hacked=1</script>]]>",
    "]]><script>globalThis.hacked=1</script>",
    "<img src=x onerror=globalThis.hacked=1>",
    "<img src=https://evil.example/pixel.png>",
    "<svg><script>globalThis.hacked=1</script></svg>",
    "<svg/onload=globalThis.hacked=1>",
    "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe>",
    "<iframe src=javascript:globalThis.hacked=1></iframe>",
    "<object data=javascript:globalThis.hacked=1></object>",
    "<embed src=javascript:globalThis.hacked=1>",
    "<link rel=stylesheet href=https://evil.example/a.css>",
    "<style>@import 'https://evil.example/b.css';*{display:none}</style>",
    "</style><script>globalThis.hacked=1</script>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<form action=https://evil.example/><button autofocus>x</button></form>",
    "<a href=javascript:globalThis.hacked=1>click</a>",
    "<details open ontoggle=globalThis.hacked=1>",
    "<video><source onerror=globalThis.hacked=1></video>",
    "<input autofocus onfocus=globalThis.hacked=1>",
    "<body onload=globalThis.hacked=1>",
    "<template><script>globalThis.hacked=1</script></template>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=globalThis.hacked=1>",
    "<noscript><p title='</noscript><img src=x onerror=globalThis.hacked=1>'>",
    "<textarea></textarea><script>globalThis.hacked=1</script>",
    "<title></title><script>globalThis.hacked=1</script>",
    "</title></svg><script>globalThis.hacked=1</script>",
    "\" onmouseover=\"globalThis.hacked=1",
    "' onmouseover='globalThis.hacked=1",
    "\"><script>globalThis.hacked=1</script>",
    "'><script>globalThis.hacked=1</script>",
    "`${globalThis.hacked=1}`",
    "${globalThis.hacked=1}",
    "{{data}} {{script}} {{word list.title}}",
    "{{constructor.constructor('globalThis.hacked=1')()}}",
    "\\\"};globalThis.hacked=1;//",
    "\\u003cscript\\u003eglobalThis.hacked=1\\u003c/script\\u003e",
    "&lt;script&gt;globalThis.hacked=1&lt;/script&gt;",
    "&#60;script&#62;globalThis.hacked=1&#60;/script&#62;",
    "&NewLine;&colon;&Tab;&amp;&bogus;",
    "%3Cscript%3EglobalThis.hacked=1%3C/script%3E",
    "\u202egnp.exe\u202c \u2066left\u2069 \u200f\u200eright",
    "\"\u0301 onmouseover=globalThis.hacked=1 x=\"\u200d",
    "<\u0301script>globalThis.hacked=1</script>",
    "zero\u200bwidth \ufeffmark \u2028line\u2029paragraph",
    "tab\tline\u000bfeed\u000cform\u0000nul\u0001\u001b[31mred",
    "\ufffe\uffff\U000e0041tags",
    "e\u0301" + "\u0301" * 200 + " zalgo",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1fa\U0001f1e6",
    "W" * 10_000,
    "<b>" * 300 + "unbalanced",
    "</div></main></body></html><script>globalThis.hacked=1</script>",
    "</table></tr></td><tr onclick=globalThis.hacked=1>",
    "\\N \\G \\E \\T \\H \\L \\l \\r \\n in a label",
    "<<B>bold</B>> <TABLE><TR><TD>cell</TD></TR></TABLE>",
    "digraph { image=\"/etc/passwd\" }",
    "\"]; n1 [URL=\"javascript:globalThis.hacked=1\"",
    "__proto__ constructor prototype toString",
    "=HYPERLINK(\"https://evil.example\")",
    "'; DROP TABLE event; --",
    "٣٤ اللغة العربية 한국어 中文 עברית",
]

ADDRESSES = [
    "javascript:globalThis.hacked=1", "JaVaScRiPt:globalThis.hacked=1",
    " javascript:globalThis.hacked=1", "java\tscript:globalThis.hacked=1",
    "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "file:///etc/passwd",
    "//evil.example/a", "https://evil.example/\" onclick=\"globalThis.hacked=1",
    "https://evil.example/<script>", "https://user:password@evil.example/#<b>",
    "blob:https://evil.example/1", "https://", "http://[::1", "https://пример.example/стаття?я=1&б=2",
]


def hostile():
    """One article for each attack: in title, publisher, address, text and who is quoted."""
    start = datetime.date(2022, 3, 1)
    for number, attack in enumerate(ATTACKS):
        day = start + datetime.timedelta(days=number)
        yield {
            "title": attack, "publisher": attack[:400], "language": "en",
            "url": ADDRESSES[number // 2 % len(ADDRESSES)] + "/" * (number // 30) if number % 2 else f"https://news.example/{number}/" + attack[:200],
            "published": day.isoformat(),
            "text": f"{attack}\n\nRussia attacked Ukraine on {day.day} {day.strftime('%B')} {day.year} "
                    f"with {attack}.\n\nThe United States sanctioned Russia on {day.day} "
                    f"{day.strftime('%B')} {day.year}, {attack} said.\n",
        }


PAIRS = list(itertools.permutations(
    ["Russia", "Ukraine", "China", "Iran", "Japan", "Poland", "Germany", "France", "Turkey", "Israel",
     "North Korea", "South Korea"], 2))
DEEDS = ["{a} attacked {b}", "{a} accused {b}", "{a} sanctioned {b}", "{a} met {b}", "{a} threatened {b}",
         "{a} sent aid to {b}", "{a} praised {b}", "{a} signed an agreement with {b}"]


def large(count=10_000, each=20):
    """Articles with as many different events, two each day."""
    start = datetime.date(2010, 1, 1)
    lines = []
    for number in range(count):
        day = start + datetime.timedelta(days=number // 2)
        a, b = PAIRS[(number * 37) % len(PAIRS)]
        deed = DEEDS[(number * 5 + number // 11) % len(DEEDS)].format(a=a, b=b)
        lines.append(f"{deed} on {day.day} {day.strftime('%B')} {day.year}.")
    for number in range(0, count, each):
        day = start + datetime.timedelta(days=(number + each) // 2 + 1)
        yield {
            "title": f"Report {number // each + 1}", "publisher": f"Paper {number % 17 + 1}",
            "url": f"https://news.example/{number}", "language": "en", "published": day.isoformat(),
            "text": "\n".join(lines[number:number + each]) + "\n",
        }


def write(path, articles):
    with open(path, "w", encoding="utf-8") as file:
        for article in articles:
            file.write(json.dumps(article) + "\n")
