/// The third schema: what lets an import look only at the part of the database that it changes.
enum SchemaVersion3 {
  static let sql = """
    ALTER TABLE event ADD COLUMN newsDay INTEGER;
    ALTER TABLE event ADD COLUMN holdsRoughDate INTEGER NOT NULL DEFAULT 0
      CHECK (holdsRoughDate IN (0, 1));
    CREATE INDEX eventByNewsDay ON event (groupHash, newsDay) WHERE newsDay IS NOT NULL;
    CREATE INDEX eventByRoughDate ON event (groupHash, day) WHERE holdsRoughDate = 1;

    CREATE TABLE staleDyad (
      source INTEGER NOT NULL REFERENCES actor (key),
      target INTEGER NOT NULL REFERENCES actor (key),
      PRIMARY KEY (source, target)
    ) STRICT, WITHOUT ROWID;

    """
}
