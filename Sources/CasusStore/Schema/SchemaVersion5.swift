/// The fifth schema: short numbers for words that come again and again, no index of the addresses
/// of sources that have no text, and notes of kinds of relations to be derived anew from a day on.
///
/// Columns whose names end in `Code` hold the numbers; computed columns beside them, which take no
/// room, show the words. A date that is a single day is kept as the number of the day.
enum SchemaVersion5 {
  static let sql =
    "DROP VIEW timeline;\n" + events + participants + dyads + evidence + relationEvents + articles
    + staleRelations + timeline

  private static let events = """
    CREATE TABLE newEvent (
      key INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      groupHash INTEGER NOT NULL,
      typeCode INTEGER NOT NULL CHECK (typeCode BETWEEN 0 AND 15),
      mode TEXT,
      object TEXT,
      place TEXT,
      dateText TEXT CHECK (length(dateText) > 0),
      day INTEGER NOT NULL,
      lastDay INTEGER NOT NULL,
      dateBasisCode INTEGER NOT NULL CHECK (dateBasisCode BETWEEN 0 AND 5),
      statusCode INTEGER NOT NULL CHECK (statusCode BETWEEN 0 AND 3),
      isContested INTEGER NOT NULL CHECK (isContested IN (0, 1)),
      confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
      articles INTEGER NOT NULL CHECK (articles > 0),
      sources INTEGER NOT NULL CHECK (sources > 0),
      newsDay INTEGER,
      holdsRoughDate INTEGER NOT NULL CHECK (holdsRoughDate IN (0, 1)),
      type TEXT GENERATED ALWAYS AS (\(typeWord)) VIRTUAL,
      quad INTEGER GENERATED ALWAYS AS (CASE WHEN typeCode < 4 THEN 1 WHEN typeCode < 7 THEN 2
        WHEN typeCode < 11 THEN 3 ELSE 4 END) VIRTUAL,
      date TEXT GENERATED ALWAYS AS (CASE WHEN dateText IS NULL AND day = lastDay
        THEN date(day * 86400, 'unixepoch') ELSE dateText END) VIRTUAL,
      dateBasis TEXT GENERATED ALWAYS AS (\(dateBasisWord)) VIRTUAL,
      status TEXT GENERATED ALWAYS AS (\(statusWord)) VIRTUAL
    ) STRICT;
    INSERT INTO newEvent (key, id, groupHash, typeCode, mode, object, place, dateText, day, lastDay,
      dateBasisCode, statusCode, isContested, confidence, articles, sources, newsDay, holdsRoughDate)
    SELECT key, id, groupHash, \(typeCode), mode, object, place,
      CASE WHEN day <> lastDay OR date IS NOT date(day * 86400, 'unixepoch') THEN date END,
      day, lastDay, \(dateBasisCode), \(statusCode), isContested, confidence, articles, sources,
      newsDay, holdsRoughDate
    FROM event ORDER BY key;
    DROP TABLE event;
    ALTER TABLE newEvent RENAME TO event;
    CREATE INDEX eventByGroup ON event (groupHash, day);
    CREATE INDEX eventByDay ON event (day);
    CREATE INDEX eventByNewsDay ON event (groupHash, newsDay) WHERE newsDay IS NOT NULL;
    CREATE INDEX eventByRoughDate ON event (groupHash, day) WHERE holdsRoughDate = 1;

    """

  private static let participants = """
    CREATE TABLE newParticipant (
      event INTEGER NOT NULL REFERENCES event (key) ON DELETE CASCADE,
      roleCode ANY NOT NULL CHECK (CASE typeof(roleCode) WHEN 'integer' THEN roleCode IN (0, 1)
        WHEN 'text' THEN length(roleCode) > 0 ELSE 0 END),
      actor INTEGER NOT NULL REFERENCES actor (key),
      rolledUp INTEGER NOT NULL REFERENCES actor (key),
      day INTEGER NOT NULL,
      role TEXT GENERATED ALWAYS AS (CASE roleCode WHEN 0 THEN 'source' WHEN 1 THEN 'target'
        ELSE roleCode END) VIRTUAL,
      PRIMARY KEY (event, roleCode, actor)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO newParticipant (event, roleCode, actor, rolledUp, day)
    SELECT event, CASE role WHEN 'source' THEN 0 WHEN 'target' THEN 1 ELSE role END, actor,
      rolledUp, day
    FROM participant ORDER BY event, 2, actor;
    DROP TABLE participant;
    ALTER TABLE newParticipant RENAME TO participant;
    CREATE INDEX participantByActor ON participant (rolledUp, day);

    """

  private static let dyads = """
    CREATE TABLE newDyad (
      source INTEGER NOT NULL REFERENCES actor (key),
      target INTEGER NOT NULL REFERENCES actor (key),
      day INTEGER NOT NULL,
      event INTEGER NOT NULL,
      quad INTEGER NOT NULL CHECK (quad BETWEEN 1 AND 4),
      statusCode INTEGER NOT NULL CHECK (statusCode BETWEEN 0 AND 3),
      status TEXT GENERATED ALWAYS AS (\(statusWord)) VIRTUAL,
      PRIMARY KEY (source, target, day, event)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO newDyad (source, target, day, event, quad, statusCode)
    SELECT source, target, day, event, quad, \(statusCode)
    FROM dyad ORDER BY source, target, day, event;
    DROP TABLE dyad;
    ALTER TABLE newDyad RENAME TO dyad;

    """

  private static let evidence = """
    CREATE TABLE newEvidence (
      key INTEGER PRIMARY KEY,
      event INTEGER REFERENCES event (key),
      article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
      startByte INTEGER NOT NULL CHECK (startByte >= 0),
      endByte INTEGER NOT NULL CHECK (endByte >= startByte),
      text TEXT NOT NULL,
      sentence TEXT NOT NULL,
      attribution TEXT NOT NULL CHECK (json_valid(attribution)),
      statusCode INTEGER NOT NULL CHECK (statusCode BETWEEN 0 AND 3),
      dateCode ANY CHECK (CASE typeof(dateCode) WHEN 'text' THEN length(dateCode) > 0
        ELSE typeof(dateCode) IN ('integer', 'null') END),
      dateBasisCode INTEGER NOT NULL CHECK (dateBasisCode BETWEEN 0 AND 5),
      rule TEXT NOT NULL,
      confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
      object TEXT,
      place TEXT,
      statement TEXT CHECK (statement IS NULL OR json_valid(statement)),
      machine TEXT CHECK (machine IS NULL OR json_valid(machine)),
      review TEXT CHECK (review IS NULL OR json_valid(review)),
      status TEXT GENERATED ALWAYS AS (\(statusWord)) VIRTUAL,
      date TEXT GENERATED ALWAYS AS (CASE typeof(dateCode)
        WHEN 'integer' THEN date(dateCode * 86400, 'unixepoch') ELSE dateCode END) VIRTUAL,
      dateBasis TEXT GENERATED ALWAYS AS (\(dateBasisWord)) VIRTUAL,
      CHECK (event IS NOT NULL OR statement IS NOT NULL)
    ) STRICT;
    INSERT INTO newEvidence (key, event, article, startByte, endByte, text, sentence, attribution,
      statusCode, dateCode, dateBasisCode, rule, confidence, object, place, statement, machine,
      review)
    SELECT key, event, article, startByte, endByte, text, sentence, attribution, \(statusCode),
      CASE WHEN date(date) = date THEN CAST(strftime('%s', date) AS INTEGER) / 86400 ELSE date END,
      \(dateBasisCode), rule, confidence, object, place, statement, machine, review
    FROM evidence ORDER BY key;
    DROP TABLE evidence;
    ALTER TABLE newEvidence RENAME TO evidence;
    CREATE INDEX evidenceByEvent ON evidence (event);
    CREATE INDEX evidenceByArticle ON evidence (article);
    CREATE INDEX evidenceByReview ON evidence (event) WHERE review IS NOT NULL;

    """

  private static let relationEvents = """
    CREATE TABLE newRelationEvent (
      relation INTEGER NOT NULL REFERENCES relation (key) ON DELETE CASCADE,
      partCode INTEGER NOT NULL CHECK (partCode BETWEEN 0 AND 2),
      event INTEGER NOT NULL REFERENCES event (key) ON DELETE CASCADE,
      part TEXT GENERATED ALWAYS AS (CASE partCode WHEN 0 THEN 'supports' WHEN 1 THEN 'opens'
        WHEN 2 THEN 'closes' END) VIRTUAL,
      PRIMARY KEY (relation, partCode, event)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO newRelationEvent (relation, partCode, event)
    SELECT relation, CASE part WHEN 'supports' THEN 0 WHEN 'opens' THEN 1 WHEN 'closes' THEN 2 END,
      event
    FROM relationEvent ORDER BY 1, 2, 3;
    DROP TABLE relationEvent;
    ALTER TABLE newRelationEvent RENAME TO relationEvent;
    CREATE INDEX relationEventByEvent ON relationEvent (event);

    """

  /// Sources of event tables are found by their identifiers, which are made of their addresses.
  private static let articles = """
    DROP INDEX articleByURL;
    CREATE INDEX articleByURL ON article (url) WHERE url IS NOT NULL AND text <> '';
    UPDATE article SET codedAt = NULL WHERE text = '';

    """

  private static let staleRelations = """
    CREATE TABLE staleRelation (
      source INTEGER NOT NULL REFERENCES actor (key),
      target INTEGER NOT NULL REFERENCES actor (key),
      kind TEXT NOT NULL,
      day INTEGER NOT NULL,
      PRIMARY KEY (source, target, kind)
    ) STRICT, WITHOUT ROWID;

    """

  private static let timeline = """
    CREATE VIEW timeline AS
    SELECT
      event.date AS date,
      (SELECT group_concat(id, ' ') FROM (
        SELECT actor.id FROM participant JOIN actor ON actor.key = participant.actor
        WHERE participant.event = event.key AND participant.roleCode = 0 ORDER BY actor.id
      )) AS source,
      event.type AS type,
      event.mode AS mode,
      (SELECT group_concat(id, ' ') FROM (
        SELECT actor.id FROM participant JOIN actor ON actor.key = participant.actor
        WHERE participant.event = event.key AND participant.roleCode = 1 ORDER BY actor.id
      )) AS target,
      event.object AS object,
      event.place AS place,
      event.status AS status,
      event.isContested AS isContested,
      event.confidence AS confidence,
      event.articles AS articles,
      (SELECT evidence.text FROM evidence WHERE evidence.event = event.key
        ORDER BY evidence.confidence DESC, evidence.key LIMIT 1) AS words,
      lower(hex(event.id)) AS event
    FROM event
    ORDER BY event.day, event.lastDay, event.date, event.id;

    """

  // MARK: Words and numbers

  private static let types = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
  ]
  private static let statuses = ["occurred", "planned", "hypothetical", "denied"]
  private static let dateBases = [
    "explicit", "relative", "deictic", "inherited", "publication", "none",
  ]

  private static let typeWord = word("typeCode", types)
  private static let typeCode = number("type", types)
  private static let statusWord = word("statusCode", statuses)
  private static let statusCode = number("status", statuses)
  private static let dateBasisWord = word("dateBasisCode", dateBases)
  private static let dateBasisCode = number("dateBasis", dateBases)

  private static func word(_ column: String, _ words: [String]) -> String {
    let cases = words.enumerated().map { "WHEN \($0) THEN '\($1)'" }
    return "CASE \(column) \(cases.joined(separator: " ")) END"
  }

  private static func number(_ column: String, _ words: [String]) -> String {
    let cases = words.enumerated().map { "WHEN '\($1)' THEN \($0)" }
    return "CASE \(column) \(cases.joined(separator: " ")) END"
  }
}
