"""The one way from trouble to words: each room registers the sentences of its own refusals."""

from functools import singledispatch


@singledispatch
def in_words(trouble: BaseException) -> str:
    """Return what happened and what to do next, in the language in use.

    A room without a sentence for its own refusal is a bug: this raises `NotImplementedError`
    naming the class (a test asks for every refusal and circumstance there is).
    """
    raise NotImplementedError(type(trouble).__qualname__)
