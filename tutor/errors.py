"""What can go wrong, as one hierarchy. Every message says what happened, to what, and what to do.

TutorError
├── SettingsError            a setting has a value that cannot be used
├── VaultError               the folder of notes cannot be read
├── EmbedderError            the embedding model cannot be found or loaded
├── IndexingError
│   ├── IndexMismatchError   the index was made by another embedder or schema version
│   ├── IndexBusyError       another process holds the index
│   └── IndexWriteError      the index cannot be written: no space, no permission
├── ChatModelError           the language model cannot be reached, or answers nothing
├── QuestionError            a question is empty or far too long
├── PracticeError            no exercise can be made, or an unknown one was named
├── HistoryError             the practice history cannot be read or written
└── CaseError                evaluation cases that cannot be read, all faults at once
"""


class TutorError(Exception):
    """Root of every error this package raises on purpose."""


class SettingsError(TutorError):
    """A setting has a value that cannot be used."""


class VaultError(TutorError):
    """The folder of notes cannot be read."""


class EmbedderError(TutorError):
    """The embedding model cannot be found or loaded."""


class IndexingError(TutorError):
    """The index cannot be used as it is."""


class IndexMismatchError(IndexingError):
    """The index was made by another embedder or schema version; the message names the command that rebuilds it."""


class IndexBusyError(IndexingError):
    """Another process holds the index."""


class IndexWriteError(IndexingError):
    """The index cannot be written: no space, no permission."""


class ChatModelError(TutorError):
    """The language model cannot be reached, or answers nothing."""


class QuestionError(TutorError):
    """A question is empty or far too long."""


class PracticeError(TutorError):
    """No exercise can be made from these notes, or an unknown one was named."""


class HistoryError(TutorError):
    """The practice history cannot be read or written: corruption, no space, no permission, a newer version."""


class CaseError(TutorError):
    """Evaluation cases that cannot be read; the message lists every fault with its file and line."""
