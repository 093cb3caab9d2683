import CasusData
import CasusKnowledge
import CasusModel
import CasusTestSupport

/// A small data directory without a fault, in which a test replaces files.
struct DataFolder {
  let folder: TemporaryFolder

  /// Writes the faultless files, then those given, which replace or add to them.
  init(replacing files: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    for (name, text) in Self.faultless.merging(files, uniquingKeysWith: { $1 }) {
      try folder.write(text.utf8, to: name)
    }
  }

  var directory: DataDirectory { DataDirectory(url: folder.url) }

  /// What a load of the folder complains of, one line a fault.
  var faults: [String] { Knowledge.load(from: directory).problems.map(\.description) }

  static let header = "id\tkind\tparent\tsince\tuntil\toffices\tnames.en\n"
  static let placesHeader = "slug\tstate\tkind\tnames.en\tcontrol\n"

  static let weightsHeader = "circumstance\tweight\tmeaning\n"

  /// Supplies targets of accusations only, to whom the article names most.
  static let supplyTable =
    "signal\tweight\tmeaning\nbase\t-1\tall\nleast\t0.5\t\nACCUSE.target\t0.5\t\n"
    + SupplyModel.Signal.allCases.map { "\($0.rawValue)\t\($0 == .mostNamed ? 2 : 0)\t\n" }
    .joined()

  private static let faultless: [String: String] = {
    var files = [
      "Actors/states.tsv": "# States.\n" + header
        + "RUS\tstate\t\t\t\t\tRussia | ~Russian | @Moscow\n"
        + "UKR\tstate\t\t\t\t\tUkraine | ~Ukrainian\n",
      "Actors/places.tsv": placesHeader + "UKR/kherson\tUKR\tcity\tKherson\t\n",
      "Relations/war.yaml":
        "relation: war\nlabels: {en: war}\nsymmetric: true\npolarity: -1\nopens: [{type: ASSAULT}]\n",
      "Languages/en/language.yaml":
        "language: en\nparadigms:\n  verb:\n    - forms:\n"
        + "        - {form: base, end: [[\"\", \"\"]]}\n"
        + "        - {form: finite past, end: [[\"\", ed]]}\n"
        + "words:\n  determiner: [the]\n  preposition: [on]\n",
      "Languages/en/cues.yaml": "negation: [not]\n",
      "Languages/en/nouns.yaml": "classes:\n  arms: [rocket]\ngroups:\n  both: [both sides]\n",
      "Languages/en/frames.yaml":
        "- verbs: [attack]\n  nouns: [attack]\n  type: ASSAULT\n  target: [object, on]\n",
      "Confidence/supply.tsv": supplyTable,
      "Confidence/weights.tsv": weightsHeader + "base\t1\tall\n"
        + Circumstances.names.map { "\($0)\t-0.5\t\n" }.joined(),
      "Languages/en/dates.yaml": "order: either\nmonths:\n  7: [July]\n",
    ]
    for type in EventType.allCases {
      files["EventTypes/\(type.rawValue).yaml"] =
        "type: \(type.rawValue)\nquad: \(type.quadClass.rawValue)\nintensity: 0\n"
        + "labels: {en: does}\nmodes:\n  plain: {labels: {en: does}}\n"
    }
    return files
  }()
}
