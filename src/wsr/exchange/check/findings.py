"""Findings as they are made: each kept with its place, the same reason only so often."""

from collections import Counter

from wsr.domain.qda import Finding

MOST_OF_A_REASON = 100
"""Findings of one reason that are listed; the others are counted."""


class Findings:
    """What has been found so far, in order."""

    def __init__(self) -> None:
        self._found: list[Finding] = []
        self._times: Counter[str] = Counter()

    def add(
        self,
        reason: str,
        sentence: str,
        *,
        element: str | None = None,
        guid: str | None = None,
        line: int | None = None,
        member: str | None = None,
    ) -> None:
        """One more finding."""
        self.keep(
            Finding(reason=reason, sentence=sentence, element=element, guid=guid, line=line, member=member)
        )

    def keep(self, finding: Finding) -> None:
        """One more finding, made elsewhere."""
        self._times[finding.reason] += 1
        if self._times[finding.reason] <= MOST_OF_A_REASON:
            self._found.append(finding)

    def all(self) -> list[Finding]:
        """Those kept, then one for each reason with more, which says how many."""
        more = (
            Finding(reason=reason, sentence=f"{times - MOST_OF_A_REASON:,} more of the reason {reason}.")
            for reason, times in self._times.items()
            if times > MOST_OF_A_REASON
        )
        return [*self._found, *more]
