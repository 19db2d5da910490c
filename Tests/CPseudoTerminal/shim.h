#pragma once

// What tests need for a terminal of their own, and Swift can't call: variadic functions, and those that glibc shows to X/Open only.

#include <fcntl.h>
#include <stddef.h>
#include <sys/ioctl.h>

/// Opens a new terminal and puts the path of its other end into `path`; a descriptor, or -1 with errno.
static inline int open_terminal(char *path, size_t size) {
  extern int posix_openpt(int);
  extern int grantpt(int);
  extern int unlockpt(int);
  extern int ptsname_r(int, char *, size_t);
  int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0 || ptsname_r(terminal, path, size) != 0) return -1;
  return terminal;
}

/// Gives the terminal behind `descriptor` another size, which its programs are told of; 0, or -1 with errno.
static inline int set_window_size(int descriptor, unsigned short rows, unsigned short columns) {
  struct winsize size = {rows, columns, 0, 0};
  return ioctl(descriptor, TIOCSWINSZ, &size);
}
