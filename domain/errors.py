"""Every error Tend raises on purpose, in one tree. Imports nothing.

TendError
├── BackupUnsound           a backup that was made would not give back what is here; it was not handed out
├── FileNotTaken            the device did not take a file that was handed to it
├── InputRefused            what was given cannot be kept; nothing changed
│   ├── OutOfRange          a number outside its scale
│   ├── InTheFuture         a time that has not come yet
│   ├── Wordless            nothing written where a few words are needed
│   ├── TooLong             more written than fits
│   ├── TooMany             as many things as fit are kept already
│   │   └── TooManyPhotos   as many photos
│   ├── NoAddress           no address of something on the web
│   ├── WrongPassphrase     a passphrase that does not open what it was given for
│   └── FileRefused         a file that cannot come in
│       ├── FileTooLarge    larger than anything Tend writes
│       ├── FileForeign     of a kind Tend does not know
│       ├── FileDamaged     ours, and cut or changed since
│       └── FileNewer       written by a later version of Tend
└── StorageError            the device did not keep it, or cannot give it back; nothing changed
    ├── StorageUnavailable  there is no place to keep anything here
    ├── StorageBusy         another window of Tend holds the records
    ├── StorageForeign      a file stands in our place that Tend did not write, or that is damaged
    ├── StorageNewer        the records were written by a later version of Tend
    ├── StorageLocked       they are encrypted, and wait for the passphrase
    ├── StorageReadOnly     they can be read here, and not changed
    ├── StorageFull         the device has no room left
    └── StorageBroken       reading or writing went wrong for another reason

The sentences people read are made in `views/wording.py` from the class, never from the message: a
message is for the engineer, names no words a person wrote, and the technical cause hangs on `__cause__`.
"""


class TendError(Exception):
    """Anything Tend raises on purpose."""


class BackupUnsound(TendError):
    """A backup that was made would not give back what is here; it was not handed out."""


class FileNotTaken(TendError):
    """The device did not take a file that was handed to it."""


class InputRefused(TendError):
    """What was given cannot be kept; nothing changed."""


class OutOfRange(InputRefused):
    """A number lies outside its scale."""


class InTheFuture(InputRefused):
    """A check-in cannot be dated later than now."""


class Wordless(InputRefused):
    """Nothing is written where a few words are needed."""


class TooLong(InputRefused):
    """More is written than fits; `longest` is how many characters do, where that is what was counted."""

    def __init__(self, message: str = "", longest: int | None = None) -> None:
        super().__init__(message)
        self.longest = longest


class TooMany(InputRefused):
    """As many things as fit are kept already."""


class TooManyPhotos(TooMany):
    """As many photos as fit are kept already."""


class NoAddress(InputRefused):
    """It is no address of something on the web."""


class WrongPassphrase(InputRefused):
    """The passphrase does not open what it was given for."""


class FileRefused(InputRefused):
    """A file that was given cannot come in."""


class FileTooLarge(FileRefused):
    """It is larger than anything Tend writes."""


class FileForeign(FileRefused):
    """It is of a kind Tend does not know."""


class FileDamaged(FileRefused):
    """It is ours, and was cut or changed since."""


class FileNewer(FileRefused):
    """A later version of Tend wrote it."""


class StorageError(TendError):
    """The device did not keep something, or cannot give it back; nothing changed."""


class StorageUnavailable(StorageError):
    """There is no place to keep anything here (a private window, an old browser)."""


class StorageBusy(StorageError):
    """Another window of Tend holds the records."""


class StorageForeign(StorageError):
    """A file stands in our place that Tend did not write, or that is damaged beyond reading."""


class StorageNewer(StorageError):
    """The records were written by a later version of Tend."""


class StorageLocked(StorageError):
    """The records are encrypted, and wait for the passphrase."""


class StorageReadOnly(StorageError):
    """The records can be read here, and not changed."""


class StorageFull(StorageError):
    """The device has no room left."""


class StorageBroken(StorageError):
    """Reading or writing went wrong for another reason."""
