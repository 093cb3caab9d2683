/// The sixth schema: pairs of actors with the types of their events, and what events depend on of
/// articles apart from their texts.
///
/// Relations depend on events of a few types, which no longer need be looked up to be passed over.
/// An article's row is as long as its text; an import that compares new statements with old ones
/// reads dates and publishers of thousands of articles.
enum SchemaVersion6 {
  static let sql = dyads + articles

  private static let dyads = """
    CREATE TABLE newDyad (
      source INTEGER NOT NULL REFERENCES actor (key),
      target INTEGER NOT NULL REFERENCES actor (key),
      day INTEGER NOT NULL,
      event INTEGER NOT NULL,
      typeCode INTEGER NOT NULL CHECK (typeCode BETWEEN 0 AND 15),
      statusCode INTEGER NOT NULL CHECK (statusCode BETWEEN 0 AND 3),
      quad INTEGER GENERATED ALWAYS AS (CASE WHEN typeCode < 4 THEN 1 WHEN typeCode < 7 THEN 2
        WHEN typeCode < 11 THEN 3 ELSE 4 END) VIRTUAL,
      status TEXT GENERATED ALWAYS AS (CASE statusCode WHEN 0 THEN 'occurred' WHEN 1 THEN 'planned'
        WHEN 2 THEN 'hypothetical' WHEN 3 THEN 'denied' END) VIRTUAL,
      PRIMARY KEY (source, target, day, event)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO newDyad (source, target, day, event, typeCode, statusCode)
    SELECT dyad.source, dyad.target, dyad.day, dyad.event, event.typeCode, dyad.statusCode
    FROM dyad JOIN event ON event.key = dyad.event
    ORDER BY dyad.source, dyad.target, dyad.day, dyad.event;
    DROP TABLE dyad;
    ALTER TABLE newDyad RENAME TO dyad;

    """

  private static let articles = """
    CREATE INDEX articleParticulars ON article (key, id, published, language, publisher, agency,
      sketch) WHERE sketch IS NOT NULL;

    """
}
