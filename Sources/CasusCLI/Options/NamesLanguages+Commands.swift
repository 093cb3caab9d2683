import CasusStore

extension LabelOptions {
  fileprivate var named: LanguageNamed? { LanguageNamed("--label-language", labelLanguage) }
}

extension ArticleOptions {
  /// The language given; a model may know more languages than the rules.
  fileprivate func named(_ extractor: ExtractorOptions? = nil) -> LanguageNamed? {
    extractor?.chosen?.usesRules == false ? nil : LanguageNamed("--language", language)
  }
}

extension DatabaseOptions {
  /// The language of events or articles asked for, which may be any that the database holds.
  fileprivate func named(_ language: String?) -> LanguageNamed? {
    LanguageNamed("--language", language) { try openForReading().languages() }
  }
}

extension NamesLanguages {
  var knowledgeFolder: String? { nil }
}

extension ActivityCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] {
    [database.named(filter.conditions.language)].compactMap(\.self)
  }
  var knowledgeFolder: String? { data.data }
}

extension ActorsCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] { [labels.named].compactMap(\.self) }
}

extension ChangesCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] {
    [database.named(conditions.language), labels.named].compactMap(\.self)
  }
  var knowledgeFolder: String? { data.data }
}

extension EventsCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] {
    [database.named(filter.conditions.language), labels.named].compactMap(\.self)
  }
  var knowledgeFolder: String? { data.data }
}

extension ExplainCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] { [articles.named()].compactMap(\.self) }
  var knowledgeFolder: String? { data.data }
}

extension ExportCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] {
    [database.named(filter.conditions.language), labels.named].compactMap(\.self)
  }
  var knowledgeFolder: String? { data.data }
}

extension ExtractCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] { [articles.named(extractor)].compactMap(\.self) }
  var knowledgeFolder: String? { data.data }
}

extension GraphCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] {
    [database.named(filter.conditions.language), picture.labels.named].compactMap(\.self)
  }
  var knowledgeFolder: String? { data.data }
}

extension ImportCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] {
    [articles.named(extractor), labels.named].compactMap(\.self)
  }
  var knowledgeFolder: String? { data.data }
}

extension NeighboursCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] {
    [database.named(conditions.language), labels.named].compactMap(\.self)
  }
}

extension PathCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] {
    [database.named(conditions.language), labels.named].compactMap(\.self)
  }
  var knowledgeFolder: String? { data.data }
}

extension RecodeCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] { [labels.named].compactMap(\.self) }
  var knowledgeFolder: String? { data.data }
}

extension RelationsCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] {
    [database.named(conditions.language), labels.named].compactMap(\.self)
  }
  var knowledgeFolder: String? { data.data }
}

extension RemoveCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] { [labels.named].compactMap(\.self) }
  var knowledgeFolder: String? { data.data }
}

extension ReviewCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] { [labels.named].compactMap(\.self) }
  var knowledgeFolder: String? { data.data }
}

extension ScoreCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] {
    [LanguageNamed("--language", language)].compactMap(\.self)
  }
  var knowledgeFolder: String? { data.data }
}

extension SearchCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] { [database.named(language)].compactMap(\.self) }
}

extension ShowCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] { [labels.named].compactMap(\.self) }
  var knowledgeFolder: String? { data.data }
}

extension TimelineCommand: NamesLanguages {
  var languagesNamed: [LanguageNamed] {
    [database.named(filter.conditions.language), picture.labels.named].compactMap(\.self)
  }
  var knowledgeFolder: String? { data.data }
}
