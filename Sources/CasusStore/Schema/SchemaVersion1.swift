/// The first schema, as SQL; it is described table by table in `docs/schema.md`.
///
/// A schema that has been released never changes: later ones are migrations of their own.
enum SchemaVersion1 {
  static let sql = articles + actors + events + relations + others

  private static let articles = """
    CREATE TABLE article (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
      path TEXT NOT NULL,
      title TEXT NOT NULL,
      text TEXT NOT NULL,
      language TEXT,
      publisher TEXT,
      url TEXT,
      published TEXT CHECK (length(published) > 0),
      publishedDay INTEGER CHECK (publishedDay IS NULL OR published IS NOT NULL),
      recordedAt TEXT NOT NULL,
      supersededBy INTEGER REFERENCES article (key) CHECK (supersededBy <> key)
    ) STRICT;
    CREATE INDEX articleByURL ON article (url) WHERE url IS NOT NULL;
    CREATE INDEX articleBySuccessor ON article (supersededBy) WHERE supersededBy IS NOT NULL;

    CREATE VIRTUAL TABLE articleText USING fts5 (
      title, text, content = 'article', content_rowid = 'key',
      tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER articleTextInsert AFTER INSERT ON article BEGIN
      INSERT INTO articleText (rowid, title, text) VALUES (new.key, new.title, new.text);
    END;
    CREATE TRIGGER articleTextDelete AFTER DELETE ON article BEGIN
      INSERT INTO articleText (articleText, rowid, title, text)
      VALUES ('delete', old.key, old.title, old.text);
    END;
    CREATE TRIGGER articleTextUpdate AFTER UPDATE OF title, text ON article BEGIN
      INSERT INTO articleText (articleText, rowid, title, text)
      VALUES ('delete', old.key, old.title, old.text);
      INSERT INTO articleText (rowid, title, text) VALUES (new.key, new.title, new.text);
    END;

    """

  private static let actors = """
    CREATE TABLE actor (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
      kind TEXT CHECK (kind IN ('state', 'government', 'organisation', 'group', 'company', 'ngo',
        'person', 'medium', 'collective')),
      parent INTEGER REFERENCES actor (key),
      rolledUp INTEGER NOT NULL REFERENCES actor (key)
    ) STRICT;
    CREATE INDEX actorByParent ON actor (parent) WHERE parent IS NOT NULL;
    CREATE INDEX actorByRollUp ON actor (rolledUp);

    CREATE TABLE actorName (
      actor INTEGER NOT NULL REFERENCES actor (key) ON DELETE CASCADE,
      language TEXT NOT NULL,
      name TEXT NOT NULL CHECK (length(name) > 0),
      folded TEXT NOT NULL CHECK (length(folded) > 0),
      isDisplay INTEGER NOT NULL CHECK (isDisplay IN (0, 1)),
      PRIMARY KEY (actor, language, name)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX actorNameByFolded ON actorName (folded);

    """

  private static let events = """
    CREATE TABLE event (
      key INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      groupHash INTEGER NOT NULL,
      type TEXT NOT NULL CHECK (type IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE',
        'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION',
        'MOBILIZE', 'COERCE', 'ASSAULT')),
      mode TEXT,
      quad INTEGER NOT NULL CHECK (quad BETWEEN 1 AND 4),
      object TEXT,
      place TEXT,
      date TEXT CHECK (length(date) > 0),
      day INTEGER NOT NULL,
      lastDay INTEGER NOT NULL,
      dateBasis TEXT NOT NULL CHECK (dateBasis IN ('explicit', 'relative', 'deictic', 'inherited',
        'publication', 'none')),
      status TEXT NOT NULL CHECK (status IN ('occurred', 'planned', 'hypothetical', 'denied')),
      isContested INTEGER NOT NULL CHECK (isContested IN (0, 1)),
      confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
      articles INTEGER NOT NULL CHECK (articles > 0)
    ) STRICT;
    CREATE INDEX eventByGroup ON event (groupHash, day);
    CREATE INDEX eventByDay ON event (day);

    CREATE TABLE participant (
      event INTEGER NOT NULL REFERENCES event (key) ON DELETE CASCADE,
      role TEXT NOT NULL CHECK (length(role) > 0),
      actor INTEGER NOT NULL REFERENCES actor (key),
      rolledUp INTEGER NOT NULL REFERENCES actor (key),
      day INTEGER NOT NULL,
      PRIMARY KEY (event, role, actor)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX participantByActor ON participant (rolledUp, day);

    CREATE TABLE dyad (
      source INTEGER NOT NULL REFERENCES actor (key),
      target INTEGER NOT NULL REFERENCES actor (key),
      day INTEGER NOT NULL,
      event INTEGER NOT NULL,
      quad INTEGER NOT NULL CHECK (quad BETWEEN 1 AND 4),
      status TEXT NOT NULL CHECK (status IN ('occurred', 'planned', 'hypothetical', 'denied')),
      PRIMARY KEY (source, target, day, event)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE evidence (
      key INTEGER PRIMARY KEY,
      event INTEGER REFERENCES event (key),
      article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
      startByte INTEGER NOT NULL CHECK (startByte >= 0),
      endByte INTEGER NOT NULL CHECK (endByte >= startByte),
      text TEXT NOT NULL,
      sentence TEXT NOT NULL,
      attribution TEXT NOT NULL CHECK (json_valid(attribution)),
      status TEXT NOT NULL CHECK (status IN ('occurred', 'planned', 'hypothetical', 'denied')),
      date TEXT CHECK (length(date) > 0),
      dateBasis TEXT NOT NULL CHECK (dateBasis IN ('explicit', 'relative', 'deictic', 'inherited',
        'publication', 'none')),
      rule TEXT NOT NULL,
      confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
      object TEXT,
      place TEXT,
      statement TEXT CHECK (statement IS NULL OR json_valid(statement)),
      CHECK (event IS NOT NULL OR statement IS NOT NULL)
    ) STRICT;
    CREATE INDEX evidenceByEvent ON evidence (event);
    CREATE INDEX evidenceByArticle ON evidence (article);

    """

  private static let relations = """
    CREATE TABLE relation (
      key INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      kind TEXT NOT NULL CHECK (length(kind) > 0),
      source INTEGER NOT NULL REFERENCES actor (key),
      target INTEGER NOT NULL REFERENCES actor (key),
      isSymmetric INTEGER NOT NULL CHECK (isSymmetric IN (0, 1)),
      polarity INTEGER NOT NULL CHECK (polarity BETWEEN -1 AND 1),
      validity TEXT CHECK (length(validity) > 0),
      state TEXT NOT NULL CHECK (state IN ('in-force', 'ended', 'planned', 'contested'))
    ) STRICT;
    CREATE INDEX relationBySource ON relation (source, target);
    CREATE INDEX relationByTarget ON relation (target);

    CREATE TABLE relationEvent (
      relation INTEGER NOT NULL REFERENCES relation (key) ON DELETE CASCADE,
      part TEXT NOT NULL CHECK (part IN ('opens', 'supports', 'closes')),
      event INTEGER NOT NULL REFERENCES event (key) ON DELETE CASCADE,
      PRIMARY KEY (relation, part, event)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX relationEventByEvent ON relationEvent (event);

    """

  private static let others = """
    CREATE TABLE review (
      key INTEGER PRIMARY KEY,
      event BLOB NOT NULL CHECK (length(event) = 16),
      decision TEXT NOT NULL CHECK (decision IN ('accept', 'reject', 'correct', 'merge', 'split',
        'note')),
      field TEXT,
      value TEXT,
      note TEXT,
      reviewer TEXT NOT NULL,
      decidedAt TEXT NOT NULL
    ) STRICT;
    CREATE INDEX reviewByEvent ON review (event);

    CREATE TABLE setting (
      name TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE VIEW timeline AS
    SELECT
      event.date AS date,
      (SELECT group_concat(id, ' ') FROM (
        SELECT actor.id FROM participant JOIN actor ON actor.key = participant.actor
        WHERE participant.event = event.key AND participant.role = 'source' ORDER BY actor.id
      )) AS source,
      event.type AS type,
      event.mode AS mode,
      (SELECT group_concat(id, ' ') FROM (
        SELECT actor.id FROM participant JOIN actor ON actor.key = participant.actor
        WHERE participant.event = event.key AND participant.role = 'target' ORDER BY actor.id
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
}
