"""What is said of a crisis line or an emergency number: pure words. Imports `domain` and `views`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit

from domain.lines import Cost, CrisisLine, Emergency, Service, closes_at, is_open, next_opening
from views.formats import months, time_of_day, weekdays
from views.words import _, pgettext


def line_facts(line: CrisisLine, country: str, now: datetime) -> tuple[str, ...]:
    """All there is to know before one calls, a sentence each: `first_facts`, languages, where it works.

    `country` is its name.
    """
    facts = list(first_facts(line, now))
    if line.languages:
        names = [language_name(code) for code in line.languages]
        facts.append(_("Languages: {names}.").format(names=", ".join(names)))
    if line.works_inside_country:
        facts.append(_("Works inside {country}.").format(country=country))
    return tuple(facts)


def first_facts(line: CrisisLine, now: datetime) -> tuple[str, ...]:
    """What to know first, a sentence each: open or not, cost, what to press once somebody answers."""
    costs = {Cost.FREE: _("Free."), Cost.LOCAL: _("Costs a local call."), Cost.UNKNOWN: ""}
    facts = [open_words(line, now), costs[line.cost]]
    if line.press and line.digits:
        facts.append(_("Then press {key}.").format(key=line.press))
    return tuple(fact for fact in facts if fact)


def open_words(line: CrisisLine, now: datetime) -> str:
    """Whether somebody answers now, or when."""
    if line.is_always_open:
        return _("Day and night.")
    if line.hours is None:
        return _("Tend does not know its hours.")
    if is_open(line, now):
        closes = closes_at(line, now)
        return _("Open now, until {time}.").format(time=_clock(closes)) if closes else _("Open now.")
    opens = next_opening(line, now)
    if opens is None:
        return _("Closed now.")
    if opens.date() == now.date():
        return _("Opens at {time}.").format(time=time_of_day(opens))
    if opens.date() == now.date() + timedelta(days=1):
        return _("Opens tomorrow at {time}.").format(time=time_of_day(opens))
    return _("Opens on {day} at {time}.").format(day=weekdays()[opens.weekday()], time=time_of_day(opens))


def _clock(closes: time) -> str:
    if closes == time(0):
        return _("midnight")
    return time_of_day(datetime.combine(date(2026, 1, 1), closes))


def call_words(line: CrisisLine) -> str:
    """What its button says."""
    return _("Call {number}").format(number=line.digits)


def text_words(line: CrisisLine) -> str:
    """What the button of its text service says."""
    if line.text_word:
        return _("Text {word} to {number}").format(word=line.text_word, number=line.text_to)
    return _("Text {number}").format(number=line.text_to)


def page_words(page: str) -> str:
    """What the button that opens its web page says: where it leads."""
    host = (urlsplit(page).hostname or "").removeprefix("www.")
    return _("Open {site}").format(site=host)


def checked_words(day: date) -> str:
    """When somebody looked whether it is still so, "Checked on 3 November 2026."."""
    return _("Checked on {day} {month} {year}.").format(day=day.day, month=months()[day.month - 1], year=day.year)


def danger_words(emergency: Emergency) -> str:
    """Who answers the emergency number; "" where that is not known."""
    if emergency.is_general:
        return _("{number} may work on a mobile phone.").format(number=emergency.digits)
    return {
        Service.ALL: _("Police, ambulance and fire."),
        Service.AMBULANCE: _("The ambulance answers."),
        Service.POLICE: _("The police answer."),
        Service.UNSAID: "",
    }[emergency.service]


def language_name(code: str) -> str:
    """The name of a language; its code where Tend has no name for it."""
    return _languages().get(code, code)


def _languages() -> dict[str, str]:
    return {
        "am": _("Amharic"),
        "ar": _("Arabic"),
        "as": _("Assamese"),
        "bn": _("Bengali"),
        "de": _("German"),
        "doi": _("Dogri"),
        "en": _("English"),
        "es": _("Spanish"),
        "fi": _("Finnish"),
        "fil": _("Filipino"),
        "fr": _("French"),
        "gu": _("Gujarati"),
        "he": _("Hebrew"),
        "hi": _("Hindi"),
        "id": _("Indonesian"),
        "it": _("Italian"),
        "ja": _("Japanese"),
        "kn": _("Kannada"),
        "ko": _("Korean"),
        "kok": _("Konkani"),
        "ks": _("Kashmiri"),
        "mai": _("Maithili"),
        "ml": _("Malayalam"),
        "mni": _("Manipuri"),
        "mr": _("Marathi"),
        "ms": _("Malay"),
        "ne": _("Nepali"),
        "nl": _("Dutch"),
        "pa": _("Punjabi"),
        "pl": pgettext("language", "Polish"),
        "pt": _("Portuguese"),
        "ru": _("Russian"),
        "sat": _("Santali"),
        "sd": _("Sindhi"),
        "sv": _("Swedish"),
        "ta": _("Tamil"),
        "te": _("Telugu"),
        "th": _("Thai"),
        "uk": _("Ukrainian"),
        "ur": _("Urdu"),
        "vi": _("Vietnamese"),
        "yue": _("Cantonese"),
        "zh": _("Chinese"),
    }
