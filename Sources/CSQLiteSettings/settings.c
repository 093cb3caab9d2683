#include "CSQLiteSettings.h"

#include <sqlite3.h>

// Swift cannot call functions with any number of arguments.
int casus_sqlite_allow_uris(void) { return sqlite3_config(SQLITE_CONFIG_URI, 1); }

int casus_sqlite_stop_counting_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
