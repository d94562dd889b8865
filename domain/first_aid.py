"""The page that stands before Tend has opened: what it shows, and what was tapped on it. Pure functions; imports the
standard library and `domain`.

It reads a small copy that is written whenever something on it changes, and never the records themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from domain.lines import CrisisLine, Emergency, HelpLines
from domain.models import Appearance, CheckIn, Preferences
from domain.people import Person, Role, on_first_aid
from domain.plan import PlanItem, first_steps

LONGEST_STEP = 300  # characters; the whole of it stands in the plan


@dataclass(frozen=True)
class FirstPerson:
    """Somebody on the page. A link is None where what was typed is no plain number; `typed` shows it then."""

    name: str
    role: Role | None
    call_link: str | None
    text_link: str | None
    typed: str = ""


@dataclass(frozen=True)
class Own:
    """What is the person's own on the page. `is_hidden`: a lock keeps people or steps off it.

    `moods` and `energies` are as in `Preferences`, and () where every step has Tend's own name.
    """

    people: tuple[FirstPerson, ...] = ()
    steps: tuple[str, ...] = ()
    is_hidden: bool = False
    moods: tuple[str, ...] = ()
    energies: tuple[str, ...] = ()


@dataclass(frozen=True)
class CountryHelp:
    """What can be called in one country, as it ships; all empty until a country is chosen."""

    country: str = ""
    name: str = ""
    lines: tuple[CrisisLine, ...] = ()
    emergency: Emergency | None = None


@dataclass(frozen=True)
class FirstAid:
    """Everything the page shows. `own` is None while Tend is locked: what stands there then stays as it is."""

    help: CountryHelp
    own: Own | None
    text_size: int = 100
    appearance: Appearance = Appearance.PHONE


NOTHING = FirstAid(CountryHelp(), Own())  # as the page is by itself


@dataclass(frozen=True)
class Tapped:
    """Answers given on the page in one visit, as the check-in they make.

    `earlier` holds what its mood and energy were before, where an answer was corrected or another one added.
    """

    check_in: CheckIn
    earlier: tuple[tuple[int | None, int | None], ...] = ()


def first_aid(shipped: HelpLines, preferences: Preferences, own: Own | None) -> FirstAid:
    """What the page is to show.

    >>> first_aid(HelpLines(), Preferences(text_size=150), Own()).help
    CountryHelp(country='', name='', lines=(), emergency=None)
    """
    there = country_help(shipped, preferences.country) if preferences.country else CountryHelp()
    return FirstAid(there, own, preferences.text_size, preferences.appearance)


def country_help(shipped: HelpLines, country: str) -> CountryHelp:
    """The lines of a country in the order they ship, which of them are open being for the page to see, and its number.

    >>> country_help(HelpLines(), "NZ")
    CountryHelp(country='NZ', name='NZ', lines=(), emergency=None)
    """
    lines = tuple(line for line in shipped.lines if line.country == country)
    return CountryHelp(country, shipped.name(country), lines, shipped.emergencies.get(country))


def own_part(
    people: Iterable[Person], items: Iterable[PlanItem], preferences: Preferences, has_lock: bool, may_show: bool
) -> Own:
    """The chosen people, the first steps, and own names on the scales; with a lock nothing of them, unless the person
    said that they may show.

    >>> maya = Person("m", "Maya", "*#06#", on_first_aid=True)
    >>> own_part([maya, Person("d", "Dev")], [], Preferences(), has_lock=False, may_show=False).people
    (FirstPerson(name='Maya', role=None, call_link=None, text_link=None, typed='*#06#'),)
    >>> own_part([maya], [], Preferences(), has_lock=True, may_show=False)
    Own(people=(), steps=(), is_hidden=True, moods=(), energies=())
    """
    shown = tuple(map(_person, on_first_aid(people)))
    steps = tuple(map(_step, first_steps(items)))
    if has_lock and not may_show:
        return Own(is_hidden=bool(shown or steps))
    moods, energies = (names if any(names) else () for names in (preferences.moods, preferences.energies))
    return Own(shown, steps, moods=moods, energies=energies)


def taken_over(tapped: Tapped, there: CheckIn | None) -> CheckIn | None:
    """The check-in to keep for what was tapped; None where nothing is left to do.

    `there` is what the records hold under its id. It is there when the tap was taken over before: then it stays as it
    is, edits included, unless it holds exactly what the person corrected on the page since.
    """
    new = tapped.check_in
    if there is None:
        return new
    if (there.mood, there.energy) == (new.mood, new.energy) or (there.mood, there.energy) not in tapped.earlier:
        return None
    return replace(there, mood=new.mood, energy=new.energy)


def _person(person: Person) -> FirstPerson:
    typed = person.phone if not person.call_link else ""
    return FirstPerson(person.name, person.role, person.call_link, person.text_link(), typed)


def _step(words: str) -> str:
    """On one line, and no longer than fits.

    >>> _step("Cold water\\n on my face"), len(_step("a" * 10_000)), _step("a" * 10_000)[-2:]
    ('Cold water on my face', 300, 'a…')
    """
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_STEP else line[: LONGEST_STEP - 1] + "…"
