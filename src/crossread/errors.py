"""Our own errors, as one tree:

CrossreadError
├── IngestError      an input that cannot be read; the message says what to do
├── ModelError       a model file that is missing, truncated or altered
├── DossierError     a dossier that breaks its own contract
└── UsageError       a call or an option that makes no sense
"""


class CrossreadError(Exception):
    """Everything Crossread raises on purpose; its message is a sentence for a reader."""


class IngestError(CrossreadError):
    """An input that cannot be read: `code` names the kind of trouble, for the dossier's notices."""

    def __init__(self, message: str, *, code: str = "unreadable") -> None:
        super().__init__(message)
        self.code = code


class ModelError(CrossreadError):
    """A model file that is missing, truncated or altered."""


class DossierError(CrossreadError):
    """A dossier that breaks its own contract: a span outside its text, an id that points nowhere."""


class UsageError(CrossreadError):
    """A call or an option that makes no sense as given."""
