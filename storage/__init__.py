"""Keeping records on the device. Imports `domain`, TinyDB and, in `opfs.py` alone, the browser."""
