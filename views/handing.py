"""What a person ticks to take out of the app, and the ways it goes. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from domain.card import card_of
from domain.handout import (
    Handed,
    Handout,
    Kind,
    Offer,
    Offers,
    Ticked,
    as_text,
    handed_out,
    people_offers,
    plan_offers,
)
from views.components.frame import PLAN_SHARE
from views.handout_words import (
    card_headings,
    card_title,
    dated,
    no_legal_paper,
    number_offers,
    page_title,
    part_headings,
)
from views.planning import Planning
from views.state import TendState
from views.wording import file_name
from views.words import _

HTML, TEXT, PNG = "text/html", "text/plain", "image/png"
HTML_NAME, TEXT_NAME, PNG_NAME = "{app}-{name}-{day}.html", "{app}-{name}-{day}.txt", "{app}-{name}-{day}.png"
PLAN_FILE, CARD_FILE, CODE_FILE = "plan", "card", "code"


def offered(state: TendState) -> tuple[Offers, ...]:
    """Everything that can be ticked: the plan by its parts, people, the numbers of the country."""
    known = state.aims.people.all()
    found = list(plan_offers(state.plan.items.all(), part_headings(), known))
    people = people_offers(known, _("People and numbers"), _("Texts: {number}"))
    numbers = number_offers(state.help_lines(), state.preferences.country)
    return *found, *(offers for offers in (people, numbers) if offers.lines)


def ticked(plan: Planning) -> Ticked:
    """What is ticked; it is kept with what was begun, so that a lock puts it away and a look at Help now does not."""
    found: Ticked = plan.drafts.get(PLAN_SHARE, Ticked())
    return found


def tick(plan: Planning, changed: Callable[[Ticked], Ticked]) -> None:
    """Change what is ticked; from what stands now, for two taps may come before the next drawing."""
    plan.drafts[PLAN_SHARE] = changed(ticked(plan))
    plan.notify()


def flip(plan: Planning, offer: Offer) -> None:
    """Tick a line, or no longer."""
    tick(plan, lambda now: now.flipped(offer))


def page_of(state: TendState) -> Handout:
    """The page of what is ticked; one with lines of the plan says what it is."""
    page = handed_out(page_title(), dated(state.now.date()), offered(state), ticked(state.plan))
    has_plan = any(kind is Kind.ITEM for kind, _id in ticked(state.plan).lines)
    return replace(page, closing=no_legal_paper()) if page.sections and has_plan else page


def wallet_card(state: TendState) -> Handout:
    """The wallet card of what is ticked."""
    names = {person.name for person in state.aims.people.all()}
    return card_of(card_title(), offered(state), ticked(state.plan), card_headings(), names)


@dataclass(frozen=True)
class Out:
    """Something on its way out: what is printed or saved, and what the file is called."""

    name: str  # without that of the app, day and ending
    html: str

    def named(self, state: TendState, pattern: str) -> str:
        """The name of its file, which tells no more of the app than the person chose."""
        return file_name(state.preferences, pattern, name=self.name, day=state.now.date())


async def print_out(state: TendState, out: Out) -> str:
    """Print it, or save it where nothing prints; tells what became of it. Raises `FileNotTaken`."""
    if state.page is None or await state.page.print_page(out.html):
        return ""
    saved = await state.page.save_file(out.named(state, HTML_NAME), HTML, out.html.encode())
    return _("Nothing prints from here. The page is saved, to be printed.") if saved else _not_saved()


async def save(state: TendState, out: Out) -> str:
    """Save it as a file that any device opens and prints; tells what became of it. Raises `FileNotTaken`."""
    if state.page is None:
        return ""
    saved = await state.page.save_file(out.named(state, HTML_NAME), HTML, out.html.encode())
    return _("Saved. Any phone or computer opens and prints it.") if saved else _not_saved()


async def share(state: TendState, out: Out, page: Handout) -> str:
    """Share it as a text, copied or saved where there is no sharing; tells what became of it. Raises `FileNotTaken`."""
    if state.page is None:
        return ""
    text = as_text(page)
    handed = await state.page.share_text(page.title, text)
    if handed is Handed.REFUSED:
        saved = await state.page.save_file(out.named(state, TEXT_NAME), TEXT, text.encode())
        return _("Nothing shares from here. The text is saved.") if saved else _not_saved()
    return {
        Handed.SHARED: _("It went to the app you picked."),
        Handed.COPIED: _("Copied. Paste it where you like."),
        Handed.CLOSED: _("Not shared. Your ticks are still here."),
    }[handed]


async def save_picture(state: TendState, out: Out, picture: bytes) -> str:
    """Save a picture; tells what became of it. Raises `FileNotTaken`."""
    if state.page is None:
        return ""
    saved = await state.page.save_file(out.named(state, PNG_NAME), PNG, picture)
    return _("Saved. It can be your lock screen, too.") if saved else _not_saved()


def _not_saved() -> str:
    return _("Not saved. Your ticks are still here.")
