"""What a person sees and taps. Imports `domain` and Flet; what keeps the records comes in through `state.py`."""
