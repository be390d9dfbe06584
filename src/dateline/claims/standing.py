"""Which claims hold a place in the text."""

from bisect import bisect_right

from dateline.claims.attribution import Attribution


class Index:
    """Which attributions hold an offset, innermost last."""

    __slots__ = ("_ends", "_owners", "_starts", "_up")

    def __init__(self, attributions: tuple[Attribution, ...]) -> None:
        spans = sorted(
            ((start, -end, n) for n, a in enumerate(attributions) for start, end in a.content),
        )
        self._starts = [s for s, _, _ in spans]
        self._ends = [-e for _, e, _ in spans]
        self._owners = [n for _, _, n in spans]
        # For each span the nearest earlier one that reaches beyond it: a walk up instead of a scan back.
        self._up: list[int] = []
        stack: list[int] = []
        for k, (start, _, _) in enumerate(spans):
            while stack and self._ends[stack[-1]] <= start:
                stack.pop()
            self._up.append(stack[-1] if stack else -1)
            stack.append(k)

    def holding(self, start: int, end: int) -> tuple[int, ...]:
        """Indices of the attributions whose content holds `[start, end)`, outermost first."""
        k = bisect_right(self._starts, start) - 1
        out: list[int] = []
        while k >= 0:
            if self._ends[k] >= end and self._owners[k] not in out:
                out.append(self._owners[k])
            k = self._up[k]
        return tuple(reversed(out))
