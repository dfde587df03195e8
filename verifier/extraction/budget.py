"""What a checker may spend: calls and money, counted before they are spent."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from verifier.extraction.retry import Fault, FaultKind

if TYPE_CHECKING:
    from verifier.settings import Price


class Spent(Exception):  # noqa: N818 - a refusal, not an error
    """One more call would exceed a limit; `fault` says which."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.why)
        self.fault = fault


class Budget:
    """Calls and costs of all drafts of a checker.

    A call reserves what it is expected to cost, and gives back the difference when it has come back, so
    that calls which are in flight together do not exceed the limit together.

    Args:
        max_calls: None for no limit.
        max_cost: in the currency of `price`; None for no limit.
        price: None where costs are not reckoned.
    """

    def __init__(self, max_calls: int | None, max_cost: float | None, price: Price | None) -> None:
        self._max_calls = max_calls
        self._max_cost = max_cost
        self._price = price
        self._lock = threading.Lock()
        self._calls = 0
        self._cost = 0.0

    def reserve(self, sent: int, returned: int) -> float:
        """Take a call of so many tokens, by estimate; returns what was set aside for it.

        Raises:
            Spent: it would exceed a limit.
        """
        cost = self._price.of(sent, returned) if self._price is not None else 0.0
        with self._lock:
            if self._max_calls is not None and self._calls + 1 > self._max_calls:
                raise Spent(Fault(FaultKind.BUDGET, f"the limit of {self._max_calls} calls is reached"))
            if self._max_cost is not None and self._cost + cost > self._max_cost:
                raise Spent(
                    Fault(FaultKind.BUDGET, f"one more call could exceed the limit of {self._max_cost:g}")
                )
            self._calls += 1
            self._cost += cost
        return cost

    def release(self, reserved: float) -> None:
        """Give back a call that was reserved and never made."""
        with self._lock:
            self._calls -= 1
            self._cost -= reserved

    def settle(self, reserved: float, sent: int, returned: int) -> None:
        """Put what a call did cost in the place of what was set aside for it."""
        if self._price is not None:
            with self._lock:
                self._cost += self._price.of(sent, returned) - reserved
