"""A terminal that keeps every byte that is written to it, for programs in forks of another."""

import os
import threading


class Tty:
    """A pseudo-terminal: its path, and all that has been written to it."""

    _END = b"\x00the end\x00"

    def __init__(self):
        """Open it, and read whatever comes."""
        import pty
        import tty

        self._master, self._slave = pty.openpty()
        tty.setraw(self._slave)  # what is written comes out as it is
        self.path = os.ttyname(self._slave)
        self._data = bytearray()
        self._more = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def type(self, text):
        """Type *text*, ahead of whoever reads it."""
        os.write(self._master, text.encode())

    def taken(self):
        """Return what was written since, as text; bytes that are none are surrogates."""
        os.write(self._slave, self._END)
        with self._more:
            self._more.wait_for(lambda: self._END in self._data, 30)
            said, _, rest = bytes(self._data).partition(self._END)
            self._data[:] = rest
        return said.decode(errors="surrogateescape")

    def close(self):
        """Close it."""
        os.close(self._slave)
        self._reader.join(30)
        os.close(self._master)

    def _read(self):
        while True:
            try:
                data = os.read(self._master, 65536)
            except OSError:  # Linux says so when the other end is closed
                return
            if not data:
                return
            with self._more:
                self._data += data
                self._more.notify_all()
