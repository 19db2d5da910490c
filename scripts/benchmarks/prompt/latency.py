"""How long a prompt takes from a key to its repaint, on a terminal of its own."""

import fcntl
import os
import pty
import re
import select
import struct
import termios
import time


class Prompt:
    """A program with a prompt, on a terminal. `painted` is what the last byte of a repaint looks like; without it the first byte counts."""

    def __init__(self, command, environment, folder, ready, painted=None, columns=100, rows=30):
        self.painted = painted
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)
        # Another prompt begun later must not hold this terminal open.
        os.set_inheritable(self.terminal, False)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        seen = b""
        end = time.monotonic() + 60
        while not re.search(ready, seen):
            if time.monotonic() > end:
                raise SystemExit(f"bench: {command[0]} shows no prompt: {seen[-500:]!r}")
            seen += self.read(0.5)
        self.rest()

    def read(self, seconds):
        if not select.select([self.terminal], [], [], seconds)[0]:
            return b""
        return os.read(self.terminal, 65536)

    def rest(self):
        """Waits until nothing more comes."""
        while self.read(0.05):
            pass

    def press(self, key, patience=5.0):
        """Seconds from a key to the end of its repaint."""
        began = time.perf_counter()
        os.write(self.terminal, key)
        seen = b""
        while True:
            seen += self.read(patience)
            took = time.perf_counter() - began
            if self.painted is None or seen.rstrip(b"\x07").endswith(self.painted):
                return took
            if took > patience:
                raise SystemExit(f"bench: no repaint after {key!r}: {seen[-200:]!r}")

    def type(self, lines, rounds):
        """Types lines key by key, each taken back by Ctrl-U; the seconds of every key."""
        times = []
        for _ in range(rounds):
            for line in lines:
                for letter in line:
                    times.append(self.press(letter.encode()))
                    time.sleep(0.002)
                os.write(self.terminal, b"\x15")
                self.rest()
        return times

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.process, 0)


def percentile(times, part):
    ordered = sorted(times)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]
