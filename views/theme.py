"""The tokens of the design: colours, type, space, size. Imports `domain` and Flet; every view takes them from here."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from domain.models import Appearance, Preferences

FONT = "Atkinson Hyperlegible Next"

# Space
XS, S, M, L, MARGIN, XL = 4, 8, 12, 16, 20, 24
PAGE_WIDTH = 560  # content never grows wider
# Size
TOUCH = 48
BAR = 64
NAV_BAR = 76
GLOW = 230
# A page as it is printed, in light and dark alike
PAPER, INK = "#FFFFFF", "#000000"
# Radius
FIELD, INNER, CARD, SHEET = 12, 16, 20, 28

MODES = {
    Appearance.LIGHT: ft.ThemeMode.LIGHT,
    Appearance.DARK: ft.ThemeMode.DARK,
    Appearance.PHONE: ft.ThemeMode.SYSTEM,
}
STILL = ft.PageTransitionTheme.NONE  # a screen is there or it is not
LARGE_TEXT = 150  # per cent; from here on rows become lists

LIGHT = {
    "surface": "#F7F5EE",
    "surface_container_low": "#FFFFFF",
    "surface_container": "#F0EEE5",
    "surface_container_high": "#E9E7DC",
    "surface_container_highest": "#E1DFD3",
    "surface_container_lowest": "#FFFFFF",
    "on_surface": "#1D2520",
    "on_surface_variant": "#4B554E",
    "outline": "#6F7972",
    "outline_variant": "#D6D7CB",
    "primary": "#2C6350",
    "on_primary": "#FFFFFF",
    "primary_container": "#CFE6D8",
    "on_primary_container": "#0D3527",
    "secondary_fixed_dim": "#765A10",
    "secondary_fixed": "#F5E5BC",
    "on_secondary_fixed": "#453303",
    "tertiary": "#2B5876",
    "on_tertiary": "#FFFFFF",
    "tertiary_container": "#D2E4F1",
    "on_tertiary_container": "#0E3249",
    "error": "#7F4A33",
    "on_error": "#FFFFFF",
    "error_container": "#F6DFD2",
    "on_error_container": "#4A2413",
    "inverse_surface": "#2D3530",
    "on_inverse_surface": "#EFF2EA",
    "inverse_primary": "#9BD0B5",
    "scrim": "#000000",
    "surface_dim": "#F0EEE5",  # a step of a scale at rest
    "primary_fixed": "#DDEBDF",  # glow of Today
    "tertiary_fixed": "#D9E7F1",  # glow of Help now
    "tertiary_fixed_dim": "#F3E9D0",  # glow of the small Today
}
DARK = {
    "surface": "#121714",
    "surface_container_low": "#1E2622",
    "surface_container": "#181E1A",
    "surface_container_high": "#2A322D",
    "surface_container_highest": "#343D37",
    "surface_container_lowest": "#0D110F",
    "on_surface": "#E5E9E2",
    "on_surface_variant": "#BDC7BF",
    "outline": "#8B968F",
    "outline_variant": "#3B443E",
    "primary": "#9BD0B5",
    "on_primary": "#06382A",
    "primary_container": "#21503E",
    "on_primary_container": "#CFECDC",
    "secondary_fixed_dim": "#E2C67F",
    "secondary_fixed": "#4B3B10",
    "on_secondary_fixed": "#F8E6B8",
    "tertiary": "#9CC8E6",
    "on_tertiary": "#08344F",
    "tertiary_container": "#1E4862",
    "on_tertiary_container": "#D4E9F8",
    "error": "#E6B79E",
    "on_error": "#47220F",
    "error_container": "#5B3420",
    "on_error_container": "#FADFD1",
    "inverse_surface": "#E5E9E2",
    "on_inverse_surface": "#2A322D",
    "inverse_primary": "#2C6350",
    "scrim": "#000000",
    "surface_dim": "#2A322D",
    "primary_fixed": "#1B2A23",
    "tertiary_fixed": "#16242E",
    "tertiary_fixed_dim": "#2A2415",
}

# What low-stimulus takes the colour from; rings, ticks and words stay.
COLOURED_GROUNDS = ("primary_container", "tertiary_container", "error_container", "secondary_fixed")
RING = "primary_fixed_dim"  # around a chosen chip: it stays when the ground loses its colour
GLOWS = GREEN, BLUE, HONEY = "primary_fixed", "tertiary_fixed", "tertiary_fixed_dim"

# Slot: size, line height, weight
TYPE = {
    "headline_large": (30, 37, 600),
    "headline_medium": (28, 34, 600),
    "headline_small": (25, 32, 600),
    "title_large": (22, 28, 600),
    "title_medium": (18, 24, 600),
    "title_small": (17, 24, 600),
    "body_large": (17, 24, 400),
    "body_medium": (16, 24, 400),
    "body_small": (14, 20, 400),
    "label_large": (16, 20, 600),
    "label_medium": (15, 20, 500),
    "label_small": (13, 16, 500),
}
NO_RIPPLE = {ft.ControlState.PRESSED: ft.Colors.TRANSPARENT}  # what is chosen says so all the same
NAV_LABEL_LIMIT = 130  # per cent; the page's title repeats the label


@ft.observable
@dataclass(eq=False)
class Daylight:
    """How the colours are that Flutter does not choose by itself: dark or light, plain or not."""

    is_dark: bool = False
    is_plain: bool = False


daylight = Daylight()  # of the one page there is


def colours_of(dark: bool, is_plain: bool) -> dict[str, str]:
    """The colours by their roles; plain ones have no glow, and one quiet ground for all that is otherwise coloured."""
    colours = DARK if dark else LIGHT
    if not is_plain:
        return colours | {RING: colours["primary_container"]}
    grounds = dict.fromkeys(COLOURED_GROUNDS, colours["surface_container"])
    return colours | grounds | dict.fromkeys(GLOWS, colours["surface"]) | {RING: colours["primary"]}


def theme(dark: bool, text_size: int, is_plain: bool = False) -> ft.Theme:
    """Tend's look, light or dark, with every text at `text_size` per cent of the design."""
    colours = colours_of(dark, is_plain)
    # Flet's tonal button, chosen chip, segment and nav pill take the secondary roles; honey lives in the fixed ones.
    secondary = {name.replace("primary", "secondary"): colours[name] for name in _PRIMARY_ROLES}
    texts = {slot: _style(slot, text_size) for slot in TYPE}
    label = _style("label_small", min(text_size, NAV_LABEL_LIMIT))
    pressed = NO_RIPPLE if is_plain else None
    quiet = ft.ButtonStyle(overlay_color=pressed) if is_plain else None
    return ft.Theme(
        font_family=FONT,
        use_material3=True,
        color_scheme=ft.ColorScheme(**colours, **secondary, surface_tint=ft.Colors.TRANSPARENT),
        scaffold_bgcolor=colours["surface"],
        text_theme=ft.TextTheme(**texts),
        divider_color=colours["outline_variant"],
        visual_density=ft.VisualDensity.STANDARD,
        navigation_bar_theme=ft.NavigationBarTheme(
            bgcolor=colours["surface_container"],
            # On the bar's own colour a plain mark would not be seen.
            indicator_color=colours["surface_container_highest" if is_plain else "primary_container"],
            label_text_style={
                ft.ControlState.SELECTED: _with(label, weight=ft.FontWeight.W_600, color=colours["on_surface"]),
                ft.ControlState.DEFAULT: _with(label, color=colours["on_surface_variant"]),
            },
            overlay_color=pressed,
        ),
        text_button_theme=ft.TextButtonTheme(
            style=ft.ButtonStyle(text_style=texts["label_large"], overlay_color=pressed)
        ),
        filled_button_theme=ft.FilledButtonTheme(style=quiet),
        outlined_button_theme=ft.OutlinedButtonTheme(style=quiet),
        icon_button_theme=ft.IconButtonTheme(style=quiet),
        page_transitions=ft.PageTransitionsTheme(android=STILL, ios=STILL, linux=STILL, macos=STILL, windows=STILL),
    )


def wear(page: ft.Page, preferences: Preferences) -> None:
    """Give the page the look the person chose; the caller updates it."""
    looks = preferences.text_size, preferences.is_plain
    page.theme, page.dark_theme = theme(False, *looks), theme(True, *looks)
    page.theme_mode = MODES[preferences.appearance]
    look(page, preferences)
    page.theme_animation_style = ft.AnimationStyle.no_animation()  # Flutter blends anew whenever it builds the page


def look(page: ft.Page, preferences: Preferences) -> None:
    """See whether it is dark, after something about that changed."""
    follows = preferences.appearance is Appearance.PHONE
    is_dark = page.platform_brightness is ft.Brightness.DARK if follows else preferences.appearance is Appearance.DARK
    daylight.is_dark, daylight.is_plain = is_dark, preferences.is_plain


_PRIMARY_ROLES = ("primary", "on_primary", "primary_container", "on_primary_container")
_WEIGHTS = {400: ft.FontWeight.W_400, 500: ft.FontWeight.W_500, 600: ft.FontWeight.W_600}


def _style(slot: str, text_size: int) -> ft.TextStyle:
    size, line, weight = TYPE[slot]
    # Each style names the family again: without it Flutter falls back to its own default.
    return ft.TextStyle(
        size=size * text_size / 100, height=line / size, weight=_WEIGHTS[weight], letter_spacing=0, font_family=FONT
    )


def _with(style: ft.TextStyle, **more: object) -> ft.TextStyle:
    return style.copy(**more)
