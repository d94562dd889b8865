"""Saying what is due, through whatever the device says things with; and the calendar file. Imports `domain`."""
