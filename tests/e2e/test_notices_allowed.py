"""Whether the browser shows notices: asked for in a tap, refused and said once, withdrawn later and said on Today."""

from __future__ import annotations

from pathlib import Path

from domain.reminders import Reminder, ReminderKind
from tests.e2e import reminding
from tests.e2e.phone import Host, Phone, until

NONE_NOW, REFUSED = "This device shows no notices now.", "No notices, then. That is fine."
STANDS = "This device shows no notices. Reminders stand on Today."
READ = "I have read this"
# Nobody can tap the browser's own question here: the test answers it.
ASKED = """() => {
    window.asked = [];
    Notification.requestPermission = () => new Promise((answer) => {
        asked.push(navigator.userActivation.isActive);
        window.answer = answer;
    });
}"""


def goal_reminder(minute: int) -> Reminder:
    return Reminder("r", ReminderKind.GOAL, (minute,), goal_id="g", name="Swim")


def says(phone: Phone, words: str) -> bool:
    """Whether these words stand on the screen now."""
    return phone.page.get_by_text(words).count() > 0


def test_a_permission_withdrawn_is_said_where_the_person_is_and_once(phone: Phone, host: Host, tmp_path: Path) -> None:
    reminding.ready(phone, host)
    due_soon = goal_reminder(reminding.minute_of_day(minutes=30))
    reminding.bring_in(phone, reminding.backup_with(tmp_path, due_soon))
    phone.page.evaluate("location.hash = '#/settings/reminders'")
    phone.sees("This device shows them as notices.")
    reminding.permit(phone, host, "denied")  # in the browser's own settings
    phone.sees(NONE_NOW)
    phone.page.evaluate("location.hash = '#/'")
    phone.sees("That is fine. Reminders stand on Today.")
    phone.tap(READ)
    phone.button(READ).wait_for(state="detached")
    phone.visit(host.url("#/settings/reminders"))
    phone.sees(STANDS)
    assert not says(phone, NONE_NOW)
    assert not says(phone, REFUSED)
    assert phone.button("Show notices").count() == 0, "a no is not asked again"


def test_a_refusal_is_explained_once_and_the_reminder_stands_on_today(phone: Phone, host: Host, tmp_path: Path) -> None:
    reminding.ready(phone, host, allowed=False)
    reminding.bring_in(phone, reminding.backup_with(tmp_path, goal_reminder(reminding.minute_of_day(minutes=-1))))
    phone.page.evaluate("location.hash = '#/settings/reminders'")
    phone.sees("A notice reaches you while you use other apps. Your device asks first.")
    phone.page.evaluate(ASKED)
    phone.tap("Show notices")
    until(lambda: phone.page.evaluate("asked"))
    assert phone.page.evaluate("asked") == [True], "it was asked in the tap"
    reminding.permit(phone, host, "denied")
    phone.page.evaluate("answer('denied')")
    phone.sees(REFUSED)
    phone.sees("Reminders stand on Today. The browser's settings can change it.")
    phone.tap(READ)
    phone.sees(STANDS)
    phone.page.evaluate("location.hash = '#/'")
    phone.sees("Swim far")
    phone.button("Not today").wait_for(state="attached")
    assert reminding.notices(phone) == []
    phone.visit(host.url("#/settings/reminders"))
    phone.sees(STANDS)
    assert not says(phone, REFUSED)
    assert not says(phone, NONE_NOW)
    assert phone.button("Show notices").count() == 0, "a no is not asked again"
