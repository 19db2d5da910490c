#pragma once

// Swift can call neither variadic functions nor the macros that libedit's settings are. Each wrapper is one setting.

#include <fcntl.h>
#include <histedit.h>
#include <signal.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <unistd.h>

/// Sets the function that hands libedit its characters.
static inline int ppid_el_set_reader(EditLine *editor, el_rfunc_t reader) {
  return el_wset(editor, EL_GETCFN, reader);
}

/// Ties a pointer to the editor, for the reader to find.
static inline int ppid_el_set_owner(EditLine *editor, void *owner) {
  return el_wset(editor, EL_CLIENTDATA, owner);
}

static inline void *ppid_el_owner(EditLine *editor) {
  void *owner = NULL;
  return el_wget(editor, EL_CLIENTDATA, &owner) == 0 ? owner : NULL;
}

/// Emacs keys: libedit's vi keys read outside their buffers.
static inline int ppid_el_use_emacs_keys(EditLine *editor) {
  return el_wset(editor, EL_EDITOR, L"emacs");
}

/// Libedit's own signal handlers redraw from inside the handler; they stay off.
static inline int ppid_el_leave_signals_alone(EditLine *editor) {
  return el_wset(editor, EL_SIGNAL, 0);
}

/// Switches a terminal mode (`-isig`, `-icrnl`, …) for the time of editing.
static inline int ppid_el_set_editing_mode(EditLine *editor, const wchar_t *mode) {
  return el_wset(editor, EL_SETTY, L"-d", mode, NULL);
}

/// Makes a character insert itself.
static inline int ppid_el_bind_insert(EditLine *editor, wchar_t character) {
  wchar_t key[2] = {character, 0};
  return el_wset(editor, EL_BIND, key, L"ed-insert", NULL);
}

/// Puts the terminal into editing mode (1) or back into its ordinary one (0).
static inline int ppid_el_prepare_terminal(EditLine *editor, int on) {
  return el_wset(editor, EL_PREP_TERM, on);
}

/// Tells libedit how large the screen is on which it believes to draw.
static inline int ppid_el_set_size(EditLine *editor, const wchar_t *lines, const wchar_t *columns) {
  int first = el_wset(editor, EL_SETTC, L"co", columns, NULL);
  return first != 0 ? first : el_wset(editor, EL_SETTC, L"li", lines, NULL);
}

/// The terminal's size; -1 where `descriptor` is none.
static inline int ppid_window_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return -1;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 0;
}

/// A pipe that other programs don't inherit; neither end ever waits where `immediate` isn't 0.
static inline int ppid_pipe(int ends[2], int immediate) {
  if (pipe(ends) != 0) return -1;
  for (int end = 0; end < 2; end++) {
    fcntl(ends[end], F_SETFD, FD_CLOEXEC);
    if (immediate) fcntl(ends[end], F_SETFL, fcntl(ends[end], F_GETFL) | O_NONBLOCK);
  }
  return 0;
}

static inline int32_t ppid_flag_load(const int32_t *flag) {
  return __atomic_load_n(flag, __ATOMIC_ACQUIRE);
}

static inline void ppid_flag_store(int32_t *flag, int32_t value) {
  __atomic_store_n(flag, value, __ATOMIC_RELEASE);
}

/// Sets `flag` to 0 and says what it was.
static inline int32_t ppid_flag_take(int32_t *flag) {
  return __atomic_exchange_n(flag, 0, __ATOMIC_ACQ_REL);
}
