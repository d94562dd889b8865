"""Mutation testing of `storage/`: which changes to the code no test would notice. tests/storage/SURVIVORS.md tells."""
