"""What a person sees and taps. Imports `domain`, `storage`'s public face through `state.py`, and Flet."""
