#pragma once

// What SQLite offers to those who ask for it when they compile against it (SQLITE_ENABLE_PREUPDATE_HOOK, as Debian's is built), and its
// header therefore hides.

struct sqlite3;
struct sqlite3_value;

/// Has `callback` called before each row is added, altered or taken away: with the kind of change, the table, and the rowid before and after.
extern void *sqlite3_preupdate_hook(
    struct sqlite3 *connection,
    void (*callback)(void *context, struct sqlite3 *connection, int kind, const char *database, const char *table, long long before, long long after),
    void *context);

extern int sqlite3_config(int option, ...);

/// Has SQLite do without the locks that it needs where threads share a connection, and without counting its memory; before the first
/// connection is opened. Each connection then belongs to one thread at a time.
static inline void sqlite_belongs_to_threads(void) {
  sqlite3_config(2 /* SQLITE_CONFIG_MULTITHREAD */);
  sqlite3_config(9 /* SQLITE_CONFIG_MEMSTATUS */, 0);
}

/// Within such a call: the value that a column of the row is going to have.
extern int sqlite3_preupdate_new(struct sqlite3 *connection, int column, struct sqlite3_value **value);
