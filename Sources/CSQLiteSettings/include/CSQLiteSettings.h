/// Lets SQLite understand names such as `file:/data/casus.db?immutable=1` from now on.
///
/// It must be called before SQLite is used for the first time.
/// Returns 0, or SQLite's error code when it has been used already.
int casus_sqlite_allow_uris(void);

/// Lets SQLite no longer count how much memory it uses, for which it takes a lock whenever it asks for
/// or returns memory.
///
/// It must be called before SQLite is used for the first time.
/// Returns 0, or SQLite's error code when it has been used already.
int casus_sqlite_stop_counting_memory(void);
