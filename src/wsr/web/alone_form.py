"""The form of a decision for who sees neither what the rules nor what others say: nothing is left to the machine."""

from dataclasses import replace
from typing import ClassVar, Self

from wsr.domain.codebook import Codebook
from wsr.domain.coding import Extract, Verdict
from wsr.domain.passages import Passage
from wsr.repository.deciding import Choice
from wsr.web.decision_form import DecisionForm, codes_of
from wsr.web.wording import Wording
from wsr.web.work import Work


class AloneForm(DecisionForm):
    """A decision made alone, as it is sent, and as the form is filled in."""

    leaves_nothing: ClassVar[bool] = True

    @classmethod
    def preset(cls, extract: Extract, passage: Passage, codebook: Codebook) -> Self:
        """What the person's own latest decision says, as far as the codebook has it; nothing without one."""
        own = extract.decision
        codes = own.codes if own else None
        return (
            super()
            .preset(extract, passage, codebook)
            .model_copy(
                update={
                    "stance": own.stance if own else None,
                    "code": [code for code in codes_of(codebook) if code in (codes or ())],
                    "no_theme": codes == (),
                }
            )
        )

    def choice(self, extract: Extract, passage: Passage, codebook: Codebook) -> Choice:
        """What the form says, also where the machine says the same."""
        codes = self.codes(codebook) or (() if self.no_theme else None)
        return replace(
            super().choice(extract, passage, codebook), stance=self.stance, codes=codes, alone=True
        )

    def errors(self, say_in: Wording) -> dict[str, str]:
        """What must be changed before it can be kept; of an extract that is kept all must be said."""
        wrong, kept = super().errors(say_in), self.verdict is Verdict.KEEP
        if kept and self.stance is None:
            wrong["stance-identified"] = say_in.gettext("Choose what is said of practice: an extract that is kept needs it.")  # fmt: skip
        if kept and not self.code and not self.no_theme:
            wrong["no-theme"] = say_in.gettext("Choose the themes of the extract, or say that no theme fits.")
        if self.code and self.no_theme:
            wrong["no-theme"] = say_in.gettext("Choose themes, or say that no theme fits, not both.")
        return wrong


def form_for(work: Work) -> type[DecisionForm]:
    """The form that a set is worked through with."""
    return AloneForm if work.alone else DecisionForm
