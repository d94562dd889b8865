"""Which files under tests/storage say what each module of `storage/` must do; the slowest of them are left out.

Not here: indexed_db, opfs, page, tabs and webcrypto run in the browser alone, and their tests are in tests/e2e;
help_content, lines_content and skills_content read what ships with Tend, and their tests are in tests/content.
"""

from __future__ import annotations

BACKUP = ("test_backup", "test_bad_backups", "test_mutants_backup", "test_mutants_codec")
CSV = ("test_check_in_csv", "test_bad_csv", "test_daylio", "test_mutants_csv")
LEDGER = (
    *("test_lines", "test_recovery", "test_ledger", "test_locking", "test_migrations"),
    *("test_mutants_ledger", "test_mutants_entries"),
)

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
    "schema": ("test_mutants_codec", "test_collection", "test_goal_records", "test_restore", "test_backup"),
    "changes": ("test_changes", "test_restore"),
    "migrations": ("test_migrations", "test_legacy"),
    "locking": ("test_locking",),
    "rescue": ("test_vault", "test_mutants_ledger"),
    "lines": ("test_lines", "test_recovery", "test_mutants_entries"),
    "recovery": LEDGER,
    "entries": LEDGER,
    "compaction": (*LEDGER, "test_faults", "test_crashes"),
    "ledger": (*LEDGER, "test_faults", "test_crashes", "test_damage", "test_database", "test_vault"),
    "tables": ("test_tables", "test_tinydb_contract", "test_collection", "test_mutants_ledger"),
    "collection": ("test_collection", "test_database", "test_goal_records"),
    "value_codec": ("test_value_codec", "test_goal_records", "test_mutants_codec"),
    "database": ("test_database", "test_goal_records", "test_opening", "test_vault"),
    "opening": ("test_opening", "test_database", "test_mutants_ledger"),
    "legacy": ("test_legacy", "test_opening"),
    "memory": ("test_memory", "test_byte_file", "test_mutants_ledger"),
    "disk": ("test_disk", "test_byte_file", "test_mutants_disk"),
    "byte_file": ("test_byte_file", "test_disk"),
    "vault": ("test_vault", "test_mutants_vault"),
}
