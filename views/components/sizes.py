"""The picture of each size of a goal. Imports `domain` and Flet."""

from __future__ import annotations

import flet as ft

from domain.goals import Size

SIZE_PICTURES = {
    Size.FULL: ft.Icons.BATTERY_FULL_ROUNDED,
    Size.GENTLE: ft.Icons.BATTERY_4_BAR_ROUNDED,
    Size.TINY: ft.Icons.BATTERY_1_BAR_ROUNDED,
}
