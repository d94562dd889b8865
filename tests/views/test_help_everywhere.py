"""Help now stands on every screen, and a call is the second tap from it: also from those that are added later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.views.conftest import Launch
from tests.views.help_samples import filled_button
from views.components import frame

ADDRESSES = {value for name, value in vars(frame).items() if name.isupper() and str(value).startswith("/")}
NEW = {f"{frame.PEOPLE}/new", f"{frame.GOALS}/new", f"{frame.HOPES}/new", f"{frame.PLAN_LINE}/alone"}
DEEP = {
    "/check-in",
    "/check-in/now",
    "/history",
    "/learn/plan",
    "/skills/longer-breath-out",
    "/skills/longer-breath-out/play",
    "/no",
}
# Not screens: Help now itself, and what stands before an id.
SCREENS = sorted((ADDRESSES | NEW | DEEP | {"/"}) - {frame.HELP, frame.TODAY, frame.PLAN_LINE})


@pytest.mark.parametrize("route", SCREENS)
async def test_from_any_screen_a_call_is_the_second_tap(launch_vault: Launch, route: str) -> None:
    app = await launch_vault(route=route)
    app.state.preferences = replace(app.state.preferences, country="GB")
    assert not app.sees("did not open")
    assert app.headings(), "a screen, not an empty page"
    await app.tap("Help now")
    assert app.page.route == "/help"
    assert filled_button(app) == "tel:116123"
