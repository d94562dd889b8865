"""The parts of a goal's form: what it grows from, its sizes, who can help, how often. Imports `domain` and `views`."""

from __future__ import annotations

import uuid

import flet as ft

from domain.goals import Size
from domain.ideas import ideas
from domain.people import Person
from views import formats, theme, weeks
from views.components.areas import value_name
from views.components.basics import Colour, Style, heading, icon_button, line, text, text_button
from views.components.choices import choice, choices
from views.components.goal_dates import BEGAN, ENDS, dates
from views.components.goal_form import (
    ASK,
    FULL,
    GENTLE,
    LOCATION,
    MOST,
    NAME,
    NOTE,
    NOTE_LINES,
    ONCE,
    PHONE,
    TINY,
    WEEKLY,
    WHENEVER,
    Draft,
    GoalForm,
    column,
    within_a_week,
)
from views.components.goal_ideas import idea_words
from views.components.goal_skill import SKILL, skill_of
from views.components.own_line import NewLine
from views.components.sizes import SIZE_PICTURES
from views.words import _, ngettext

IDEAS, HELPER, MORE = "ideas", "helper", "more"  # what is open
VALUE_OF = "value of"


def purpose(form: GoalForm) -> str:
    """What a value that is still to be added here is for, among the words begun."""
    return f"{VALUE_OF} {form.place}"


def grows_from(form: GoalForm) -> ft.Control:
    """The person's values in their order; none is fine."""
    chosen = form.draft.value_id
    options = [
        choice(value_name(value), value.id == chosen, form.on_put(value_id=None if value.id == chosen else value.id))
        for value in form.aims.values.all()
    ]

    async def add(words: str) -> None:
        value = await form.aims.add_value(words)
        form.put(value_id=value.id)
        form.draw()

    own = _("My own words")
    parts: list[ft.Control] = [heading(_("What does it grow from?"))]
    if options:
        parts.append(choices(options))
    return column([*parts, NewLine(form.state, form.aims, purpose(form), own, own, add)])


def tiny(form: GoalForm) -> list[ft.Control]:
    """The tiny size, and a few ideas for it that can be changed."""
    label = _("Tiny, about 1 minute")
    parts = [form.field(TINY, label, SIZE_PICTURES[Size.TINY])]
    icon = ft.Icons.LIGHTBULB_OUTLINE_ROUNDED
    parts.append(ft.Row([text_button(_("Need ideas?"), form.on_show(IDEAS), icon=icon)]))
    if form.panel == IDEAS:
        value = form.aims.values.get(form.draft.value_id)
        offered = [idea_words(idea) for idea in ideas(value.area if value else None)]
        parts.append(choices([choice(idea, form.draft.tiny == idea, form.on_put(tiny=idea)) for idea in offered]))
    return parts


def sizes(form: GoalForm) -> ft.Control:
    """Three lines, each of which may stay empty."""
    said = line(_("On hard days, the tiny one is the whole goal."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    head = ft.Column([heading(_("Three sizes")), said], spacing=0)
    full = form.field(FULL, _("Full, for good days"), SIZE_PICTURES[Size.FULL])
    gentle = form.field(GENTLE, _("Gentle, for some energy"), SIZE_PICTURES[Size.GENTLE])
    return column(
        [head, ft.Container(height=0), full, ft.Container(height=0), gentle, ft.Container(height=0), *tiny(form)]
    )


# Who can help


def who(form: GoalForm) -> ft.Control:
    """The people there are, no one, or somebody new; and what I would ask."""
    draft, people = form.draft, form.aims.people.all()
    options = [
        choice(person.name, person.id == draft.helper_id, form.on_put(helper_id=person.id, helper=person.name))
        for person in people
    ]
    is_gone = bool(draft.helper) and all(person.id != draft.helper_id for person in people)
    if is_gone:  # no longer among the people: their name stays until another is picked
        options.append(choice(draft.helper, True, form.on_put()))
    options.append(choice(_("No one"), not draft.helper, form.on_put(helper_id=None, helper="")))
    is_adding = form.panel == HELPER or bool(draft.name or draft.phone)
    if not is_adding:
        options.append(text_button(_("Add"), form.on_show(HELPER), icon=ft.Icons.ADD_ROUNDED))
    parts = [heading(_("Who can help?")), choices(options)]
    if is_adding:
        parts += _new_person(form)
    if draft.helper:
        label = _("What I would ask {name}").format(name=draft.helper)
        parts.append(form.field(ASK, label, lines=NOTE_LINES))
    return column(parts)


def _new_person(form: GoalForm) -> list[ft.Control]:
    async def add() -> None:
        await add_person(form)
        form.show("")

    def cancel() -> None:
        form.put(name="", phone="")
        form.show("")

    buttons = [text_button(_("Add them"), form.state.on(add)), text_button(_("Cancel"), form.state.on(cancel))]
    return [
        form.field(NAME, _("Their name"), autofocus=True),
        form.field(PHONE, _("Phone, if you like"), keyboard_type=ft.KeyboardType.PHONE),
        ft.Row(buttons, spacing=theme.S, wrap=True),
    ]


async def add_person(form: GoalForm) -> None:
    """Keep the person who was written down, and choose them; without a name, nothing."""
    name, phone = form.draft.name.strip(), form.draft.phone.strip()
    if not name:
        return
    place = max((person.place for person in form.aims.people.all()), default=-1) + 1
    person = Person(uuid.uuid4().hex, name, phone, place)
    form.put(name="", phone="", helper_id=person.id, helper=person.name)
    await form.aims.people.keep(person)


# How often


def how_often(form: GoalForm) -> ft.Control:
    """What Today offers; it never counts against anyone."""
    names = {WHENEVER: _("When I can"), ONCE: _("Once"), WEEKLY: _("Weekly"), MOST: _("Most days")}
    options = [choice(name, form.draft.pace == pace, form.on_put(pace=pace)) for pace, name in names.items()]
    parts = [heading(_("How often?")), choices(options)]
    if form.draft.pace == WEEKLY:
        parts.append(_times(form))
    return column(parts)


def _times(form: GoalForm) -> ft.Control:
    def by(more: int) -> object:
        return form.on_change(lambda now: {"times_a_week": within_a_week(now.times_a_week + more)})

    times = form.draft.times_a_week
    said = ngettext("About {count} time a week", "About {count} times a week", times).format(count=times)
    ring = {"style": ft.ButtonStyle(side=ft.BorderSide(1, Colour.OUTLINE)), "colour": Colour.ON_SURFACE}
    size = {"width": theme.TOUCH, "height": theme.TOUCH}
    parts = [
        icon_button(ft.Icons.REMOVE_ROUNDED, _("Fewer times a week"), by(-1), **ring, **size),
        ft.Semantics(live_region=True, content=text(said, Style.BODY_LARGE)),
        icon_button(ft.Icons.ADD_ROUNDED, _("More times a week"), by(1), **ring, **size),
    ]
    return ft.Row(parts, spacing=theme.M, wrap=True)


def more(form: GoalForm) -> ft.Control:
    """Which days suit, a skill, a place, a note; of a new goal its start and end too. Folded while it is empty."""
    is_refused = bool({LOCATION, NOTE} & form.refused.keys())
    is_open = form.panel in (MORE, BEGAN, ENDS, SKILL) or form.draft.has_more or is_refused
    if not is_open:
        return ft.Row([text_button(_("More"), form.on_show(MORE), icon=ft.Icons.EXPAND_MORE_ROUNDED)])
    short = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    days = [
        choice(
            short[day],
            day in form.draft.weekdays,
            form.on_change(lambda now, day=day: _toggled(now, day)),
            spoken=formats.weekdays()[day],
        )
        for day in weeks.days(form.state.preferences)
    ]
    said = line(_("None picked: any day is fine."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    return column(
        [
            ft.Column([heading(_("Which days suit?")), said], spacing=0),
            choices(days),
            ft.Container(height=0),
            skill_of(form),
            form.field(LOCATION, _("Where, or with what?")),
            ft.Container(height=0),
            form.field(NOTE, _("Note"), lines=NOTE_LINES, hint_text=_("Only for you")),
            *([dates(form)] if is_new(form) else []),
        ]
    )


def is_new(form: GoalForm) -> bool:
    """True while the goal has not begun: a few words are enough then, and its dates can wait."""
    return form.start.started is None


def _toggled(draft: Draft, day: int) -> dict[str, object]:
    return {"weekdays": tuple(sorted({day} ^ set(draft.weekdays)))}
