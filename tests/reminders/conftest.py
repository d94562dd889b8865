"""D-Bus is how free desktops show notices; other systems have ways of their own."""

from __future__ import annotations

import sys

collect_ignore = [] if sys.platform.startswith("linux") else ["test_daemon.py"]
