"""Which files under tests/storage say what each module of `storage/` must do; the slowest of them are left out.

Not here, for they run in the browser alone and their tests are in tests/e2e: indexed_db, opfs, page, tabs, webcrypto.
"""

from __future__ import annotations

BACKUP = ("test_backup", "test_bad_backups")
CSV = ("test_check_in_csv", "test_bad_csv", "test_daylio")
LEDGER = ("test_lines", "test_recovery", "test_ledger", "test_check_ins", "test_locking", "test_migrations")

TESTS: dict[str, tuple[str, ...]] = {
    "backup": BACKUP,
    "foreign_json": BACKUP,
    "passphrase": ("test_passphrase",),
    "cipher": ("test_cipher",),
    "openssl": ("test_cipher",),
    "restore": ("test_restore",),
    "csv_text": CSV,
    "csv_cells": CSV,
    "csv_reading": CSV,
    "check_in_csv": CSV,
    "daylio": CSV,
    "codec": ("test_codec", "test_mutants_codec"),
    "schema": ("test_backup", "test_restore", "test_mutants_codec"),
}
