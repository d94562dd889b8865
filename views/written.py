"""What was written with skills, as the person left it. Imports `domain` and `views.shelf`."""

from __future__ import annotations

from collections.abc import Sequence

from domain.skill_choices import Writing
from views.shelf import Shelf


class Written(Shelf[Writing]):
    """A shelf on which a page that was emptied goes: kept with no words left in it, it is deleted.

    So that a deletion the device refuses is said and tried again as words are; meanwhile no empty page is shown.
    """

    def all(self) -> Sequence[Writing]:
        """Every page with words on it, in order, those still to be saved included."""
        pages = super().all()
        return tuple(page for page in pages if not page.is_empty) if self.unsaved else pages

    async def _save(self, record: Writing) -> None:
        if not record.is_empty:
            await super()._save(record)
        elif any(other is record for other in self.unsaved):  # nothing newer came to stand in its place
            await self._store.delete(record.id)
