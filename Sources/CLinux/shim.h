#pragma once

// Linux calls that Swift's Glibc module leaves out, because their headers show them to GNU sources only.

/// Exchanges two paths in one step (renameat2(2), RENAME_EXCHANGE); 0, or -1 with errno.
static inline int exchange_paths(const char *one, const char *other) {
  extern int renameat2(int, const char *, int, const char *, unsigned int);
  return renameat2(-100 /* AT_FDCWD */, one, -100, other, 1u << 1 /* RENAME_EXCHANGE */);
}
