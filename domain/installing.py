"""How Tend comes to stand on a home screen, by what the browser allows. Imports the standard library only."""

from __future__ import annotations

from enum import StrEnum


class Install(StrEnum):
    """The way there is; `web/page/install.js` finds it out."""

    THERE = "there"  # it stands there, and was opened from it
    SHARE = "share"  # Apple's phones and tablets: the share sheet, and storage apart from the browser's
    PROMPT = "prompt"  # Chromium: a prompt of its own, on a tap
    MENU = "menu"  # by the browser's menu, where it has an entry for it
