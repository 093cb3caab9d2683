import GRDB

/// The fourth schema: an import writes the full-text index of a batch at once, and new events are
/// added to relations that they support.
///
/// A trigger for each new article let SQLite write the index to disk article by article. Sources of
/// event tables, which have no text, no longer have an entry.
enum SchemaVersion4 {
  static let sql = """
    DROP TRIGGER articleTextInsert;
    DROP TRIGGER articleTextDelete;
    DROP TRIGGER articleTextUpdate;
    \(deleteTextless)
    CREATE TRIGGER articleTextDelete AFTER DELETE ON article WHEN old.text <> '' BEGIN
      INSERT INTO articleText (articleText, rowid, title, text)
      VALUES ('delete', old.key, old.title, old.text);
    END;
    CREATE TRIGGER articleTextUpdate AFTER UPDATE OF title, text ON article
    WHEN old.text <> '' BEGIN
      INSERT INTO articleText (articleText, rowid, title, text)
      VALUES ('delete', old.key, old.title, old.text);
      INSERT INTO articleText (rowid, title, text) VALUES (new.key, new.title, new.text);
    END;

    CREATE TABLE staleEvent (
      source INTEGER NOT NULL REFERENCES actor (key),
      target INTEGER NOT NULL REFERENCES actor (key),
      event INTEGER NOT NULL,
      PRIMARY KEY (source, target, event)
    ) STRICT, WITHOUT ROWID;

    """

  /// Takes what has no text out of the full-text index.
  static let deleteTextless = """
    INSERT INTO articleText (articleText, rowid, title, text)
      SELECT 'delete', key, title, text FROM article WHERE text = '';
    """
}
