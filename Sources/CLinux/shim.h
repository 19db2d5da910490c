#pragma once

// Linux calls that Swift's Glibc module leaves out.

#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

/// Exchanges two paths in one step (renameat2(2), RENAME_EXCHANGE); 0, or -1 with errno.
static inline int exchange_paths(const char *one, const char *other) {
  // Its header shows it to GNU sources only.
  extern int renameat2(int, const char *, int, const char *, unsigned int);
  return renameat2(-100 /* AT_FDCWD */, one, -100, other, 1u << 1 /* RENAME_EXCHANGE */);
}

/// Has everything that was written to the file system of this folder reach its disk (syncfs(2)); 0, or -1 with errno.
static inline int sync_file_system(const char *folder) {
  extern int syncfs(int);
  int handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return -1;
  int result = syncfs(handle);
  close(handle);
  return result;
}

/// Has malloc keep what was freed for what comes next, in one heap, where it would give each page back and ask for it again.
static inline void keep_freed_memory(void) {
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TOP_PAD, 16 << 20);
}
