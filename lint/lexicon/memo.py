"""Answers that are asked for once: a question in, its answer out, kept for the next time."""

from collections.abc import Callable, Hashable
from typing import TypeVar

Question = TypeVar("Question", bound=Hashable)
Answer = TypeVar("Answer")


class Memo(dict[Question, Answer]):
    """A dictionary that asks for what it does not have; when it has `most` answers it begins anew.

    Unlike `functools.cache` it can be handed to `map` as a look-up without a call of Python for what it knows.
    """

    __slots__ = ("ask", "most")

    def __init__(self, ask: Callable[[Question], Answer], most: int) -> None:
        self.ask = ask
        self.most = most

    def __missing__(self, question: Question) -> Answer:
        if len(self) >= self.most:
            self.clear()
        answer = self[question] = self.ask(question)
        return answer
