"""The first thread through the product, in a real browser on a phone-sized screen."""

from __future__ import annotations

from tests.e2e.conftest import RESULTS, NewPhone
from tests.e2e.phone import Host, Phone, until


def test_two_taps_are_saved_and_survive_a_reload_and_a_cold_start_with_the_network_off(
    host: Host, phone: Phone
) -> None:
    phone.visit(host.url())
    phone.tap("Mood, OK, 3 of 5")
    phone.tap("Energy, Some, 3 of 5")
    phone.sees("Saved")
    phone.button("Energy, Some, 3 of 5, chosen").wait_for(state="attached")
    phone.screenshot(RESULTS / "today-saved.png")
    phone.wait_for_offline()

    phone.page.reload()
    phone.wait_for_app()
    phone.sees("Check in again")

    phone.restart()
    phone.context.set_offline(True)
    phone.visit(host.url("#/history"))
    assert phone.button("Mood, OK Energy, Some", exact=False).count() == 1


def test_a_face_alone_is_a_whole_check_in_and_undo_takes_it_back(host: Host, phone: Phone) -> None:
    phone.visit(host.url())
    phone.tap("Mood, Hard, 2 of 5")
    phone.button("Mood, Hard, 2 of 5, chosen").wait_for(state="attached")
    phone.sees("Saved")
    phone.tap("Undo")
    phone.button("Mood, Hard, 2 of 5").wait_for(state="attached")
    phone.open_tab("History")
    phone.sees("Nothing here yet")


def test_everything_in_the_sheet_is_kept_and_can_be_edited_and_deleted(host: Host, phone: Phone) -> None:
    phone.visit(host.url())
    phone.tap("Mood, Good, 4 of 5")
    phone.sees("Saved")
    phone.tap("Add more")
    phone.tap("tired")
    phone.button("tired, chosen").wait_for(state="attached")
    phone.swipe_up(1200)
    phone.tap("Distress, 3 of 10")
    phone.button("Distress, 3 of 10, chosen").wait_for(state="attached")
    phone.write("Note", "Rain on the window")
    phone.tap("Done")
    phone.button("Add more").wait_for(state="attached")
    phone.open_tab("History")
    row = phone.button("Rain on the window", exact=False)
    row.wait_for(state="attached")
    assert "tired" in row.inner_text()
    assert "Distress: 3 of 10" in row.inner_text()

    phone.tap("Rain on the window", exact=False)
    phone.button("Done").wait_for(state="attached")
    phone.swipe_up(3000)
    phone.tap("Delete this")
    phone.sees("Nothing here yet")
    phone.tap("Undo")
    phone.button("Rain on the window", exact=False).wait_for(state="attached")


def test_the_back_button_closes_the_sheet_and_done_leaves_no_trail_behind(host: Host, phone: Phone) -> None:
    phone.page.goto("about:blank")
    phone.visit(host.url())
    phone.tap("Add more")
    phone.button("Done").wait_for(state="attached")
    phone.page.go_back()
    phone.button("Done").wait_for(state="detached")
    phone.tap("Add more")
    phone.tap("Done")
    phone.button("Add more").wait_for(state="attached")
    phone.button("Done").wait_for(state="detached")
    phone.page.go_back()
    assert phone.page.url == "about:blank"


def test_help_opens_over_the_sheet_and_back_leads_to_the_sheet(host: Host, phone: Phone) -> None:
    phone.visit(host.url())
    phone.tap("Add more")
    phone.button("Done").wait_for(state="attached")
    phone.tap("Help now")
    phone.sees("You do not have to do this alone.")
    phone.button("Done").wait_for(state="detached")
    phone.wait_until_still()
    assert phone.page.url.endswith("#/help")
    phone.tap("Back")
    phone.button("Done").wait_for(state="attached")
    phone.page.go_back()
    phone.button("Add more").wait_for(state="attached")


def test_a_check_in_is_dated_back_with_the_pickers_far_from_greenwich(host: Host, new_phone: NewPhone) -> None:
    phone = new_phone(timezone_id="Asia/Kolkata")
    phone.visit(host.url())
    phone.tap("Mood, OK, 3 of 5")
    phone.sees("Saved")
    phone.tap("Add more")
    phone.tap("Change time")
    phone.button("Next").wait_for(state="attached")
    phone.wait_until_still()
    phone.screenshot(RESULTS / "day-picker.png")
    phone.tap("Previous month")
    phone.wait_until_still()
    phone.tap("15, ", exact=False)
    phone.tap("Next")
    phone.button("Save").wait_for(state="attached")
    phone.wait_until_still()
    phone.screenshot(RESULTS / "time-picker.png")
    phone.tap("Save")
    phone.button("Save").wait_for(state="detached")
    phone.sees(" 15 ")
    phone.tap("Done")
    phone.open_tab("History")
    phone.sees(" 15 ")
    phone.button("OK", exact=False).wait_for(state="attached")


def test_what_was_begun_in_a_sheet_is_there_again_after_help(host: Host, phone: Phone) -> None:
    phone.visit(host.url("#/history"))
    phone.tap("Add a past check-in")
    phone.tap("Mood, Hard, 2 of 5")
    phone.button("Mood, Hard, 2 of 5, chosen").wait_for(state="attached")
    phone.tap("Help now")
    phone.sees("You do not have to do this alone.")
    phone.wait_until_still()
    phone.tap("Back")
    phone.button("Mood, Hard, 2 of 5, chosen").wait_for(state="attached")


def test_taps_work_for_a_finger_without_the_accessibility_tree(host: Host, new_phone: NewPhone) -> None:
    phone = new_phone()
    phone.page.goto(host.url("?a11y=0#/check-in"))
    phone.page.wait_for_selector("html[data-ready]", state="attached", timeout=120_000)
    saved_line = {"x": 36, "y": 376, "width": 120, "height": 30}
    phone.wait_until_still()
    before = phone.picture(**saved_line)
    phone.page.touchscreen.tap(195, 190)  # the middle face
    until(lambda: phone.picture(**saved_line) != before)
    phone.page.goto(host.url("?a11y=1#/history"))
    phone.wait_for_app()
    phone.button("OK", exact=False).wait_for(state="attached")
