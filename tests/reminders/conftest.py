"""D-Bus is how free desktops show notices; other systems have ways of their own. And plyer as it is in a browser."""

from __future__ import annotations

import sys

import plyer
import plyer.utils
import pytest
from plyer.facades import Notification

from reminders.web import BACKEND

collect_ignore = [] if sys.platform.startswith("linux") else ["test_daemon.py"]


@pytest.fixture
def in_pyodide(monkeypatch: pytest.MonkeyPatch) -> None:
    """plyer as it finds itself there, on a platform it does not know."""
    monkeypatch.setattr(plyer.utils, "_sys_platform", "emscripten")
    monkeypatch.setattr(plyer, "notification", plyer.utils.Proxy("notification", Notification))
    monkeypatch.delitem(sys.modules, BACKEND, raising=False)
    assert str(plyer.utils.platform) == "unknown"
