"""The faults that are put into the extraction on purpose, and the suites that must notice them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One change of one file: the first match of `old`, a regular expression, becomes `new`."""

    name: str
    file: str
    old: str
    new: str
    suite: str


def data(name, file, old, new, suite):
    """A fault of the knowledge; nothing has to be built for it."""
    return Fault(name, f"Data/Languages/{file}", old, new, suite)


def code(name, file, old, new, suite):
    """A fault of the rules."""
    return Fault(name, f"Sources/CasusExtraction/{file}", old, new, suite)


FAULTS = [
    # Whether it happened.
    data("negation is dropped (en)", "en/cues.yaml", r"none, not, never, ", "none, ", "StatusTests"),
    data("negation is dropped (id)", "id/cues.yaml", r"\btidak, tak, bukan, belum, ", "",
         "StatusTests"),
    data("negation is dropped (de)", "de/language.yaml", r"negation: \[nicht, ", "negation: [",
         "StatusTests"),
    data("negation is dropped (uk)", "uk/cues.yaml", r"\n  не, без, ", "\n  без, ",
         "StatusTests"),
    data("negation is dropped (ru)", "ru/cues.yaml", r"negation: \[не, ", "negation: [",
         "StatusTests"),
    data("'will' is no plan (en)", "en/cues.yaml", r"planned: \[will, would, ", "planned: [",
         "StatusTests"),
    data("'akan' is no plan (id)", "id/cues.yaml", r"planned: \[akan, ", "planned: [",
         "StatusTests"),
    data("'could' is no possibility (en)", "en/cues.yaml", r"might, could, can, ", "might, ",
         "StatusTests"),
    data("'if' is no condition (en)", "en/language.yaml", r"conditional: \[if, ", "conditional: [",
         "StatusTests"),
    data("'mungkin' is no possibility (id)", "id/cues.yaml", r"dapat, mungkin, ", "dapat, ",
         "StatusTests"),
    # Who says so.
    data("'according to' names nobody (en)", "en/cues.yaml", r"according: \[according to, ",
         "according: [", "AttributionTests"),
    data("'menurut' names nobody (id)", "id/cues.yaml", r"according: \[menurut, ",
         "according: [", "AttributionTests"),
    data("'say' reports nothing (en)", "en/cues.yaml", r"disclose, say, tell, ", "disclose, tell, ",
         "AttributionTests"),
    # Who does it to whom.
    data("'by' marks no agent (en)", "en/language.yaml", r"agentMarker: \[by, ", "agentMarker: [",
         "VoiceTests"),
    data("di- forms are active (id)", "id/language.yaml",
         r"form: finite passive, start", "form: finite active, start", "VoiceTests"),
    data("'who' opens no clause (en)", "en/language.yaml", r"relative: \[where, who, which, ",
         "relative: [where, ", "VoiceTests|LanguageExamplesTests"),
    # When.
    data("'yesterday' is the day before (en)", "en/dates.yaml", r"-2: \[the day before yesterday\]\n"
         r"  -1: \[yesterday, ", "-2: [the day before yesterday, yesterday]\n  -1: [", "DateExamplesTests"),
    data("'besok' is the day after tomorrow (id)", "id/dates.yaml",
         r"1: \[besok, esok, esok hari\]\n  2: \[lusa\]", "1: [esok, esok hari]\n  2: [lusa, besok]",
         "DateExamplesTests"),
    data("Monday is the second day (en)", "en/dates.yaml",
         r'1: \[Monday, "\?!Mon"\]\n  2: \[Tuesday, ', '1: ["?!Mon"]\n  2: [Monday, Tuesday, ',
         "DateExamplesTests"),
    # The same in the rules.
    code("a plan has happened", "Events/StatusJudge.swift",
         r"return mayFail \? \.hypothetical : \.planned",
         "return mayFail ? .hypothetical : .occurred", "StatusTests"),
    code("what is denied is true", "Events/StatusJudge.swift",
         r"case \.denied: return above == \.denied \? \.occurred : \.denied",
         "case .denied: return above", "AttributionTests|StatusTests"),
    code("what somebody is asked to do is done", "Events/StatusJudge.swift",
         r"if frames\.content\(of: governor, sentence\) == \.drop \{ return true \}",
         "if frames.content(of: governor, sentence) == .drop { return false }", "StatusTests"),
    code("only the innermost speaker counts", "Events/AttributionFinder.swift",
         r"for _ in 0\.\.<6 \{", "for _ in 0..<1 {", "AttributionTests"),
    code("speech behind what is said is not heard", "Events/AttributionFinder.swift",
         r"sentence\.links\[i\]\.isTrailingSpeech,", "!sentence.links[i].isTrailingSpeech,",
         "AttributionTests"),
    code("the subject of a passive acts", "Events/Phrases/EventFinder+Agents.swift",
         r"roles\.contains\(\.agentMarker\)\n", "roles.isDisjoint(with: .agentMarker)\n",
         "VoiceTests"),
    code("dates are reckoned the other way", "Dates/Reckoning.swift",
         r"let steps = count \* sign\n", "let steps = -count * sign\n", "DateExamplesTests"),
    code("the first day is counted as none", "Dates/Reckoning.swift",
         r"return \.day\(first \+ count - 1\)", "return .day(first + count)", "DateExamplesTests"),
    code("weeks have six days", "Dates/Reckoning.swift", r"EDTF\.dayText\(monday \+ 6\)",
         "EDTF.dayText(monday + 5)", "DateExamplesTests"),
    code("the farthest date is the event's", "Events/DateJudge.swift",
         r"abs\(\$0 - verb\) < abs\(\$1 - verb\)", "abs($0 - verb) > abs($1 - verb)",
         "EventDateTests|LanguageExamplesTests|SeedTests"),
    code("evidence begins a byte too late", "ArticleReading.swift",
         r"start: range\.lowerBound, end: range\.upperBound,",
         "start: range.lowerBound + 1, end: range.upperBound,", "EvidenceTests"),
    code("invented words are evidence", "Others/StatementValidator.swift",
         r"guard let offset = Self\.offset\(of: words, in: text\) else \{",
         "guard let offset = Self.offset(of: words, in: text) ?? Optional(0) else {",
         "StatementValidatorTests"),
]
