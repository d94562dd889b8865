"""Benchmarks, run by hand: what the storage costs. None of this is part of the tests."""
