"""The report on best practice over the published reviews as they are now."""

from wsr.coding.report import by_decision, by_stance, examples, others_than, themes_of, without_theme
from wsr.domain.coding import Decided, Stance
from wsr.domain.report import BestPracticeReport
from wsr.domain.search import SearchQuery, Sort, Unit
from wsr.repository.agreeing import agreement
from wsr.repository.method import count_list
from wsr.repository.repository import Repository
from wsr.store.found_terms import code_scores

_EXTRACTS = SearchQuery(unit=Unit.EXTRACT, sort=Sort.REFERENCE)


def best_practice_report(repository: Repository) -> BestPracticeReport:
    """The whole report; what people rejected is in its sums of decisions only. Raises IndexUnavailable."""
    extracts = list(repository.index.every(_EXTRACTS))
    rejected = repository.search(_EXTRACTS.model_copy(update={"decided": (Decided.REJECTED.value,)})).total
    agreed = agreement(repository)
    with repository.session() as session:
        scores = code_scores(session)
    themes = themes_of(repository.coder().codebook, extracts, scores)
    suggested = [hit for hit in extracts if hit.stance == Stance.SUGGESTED]
    return BestPracticeReport(
        method=count_list(repository),
        stances=by_stance(extracts),
        themes=themes,
        without_theme=without_theme(extracts),
        suggested=examples(others_than(themes, suggested) or suggested, scores),
        decided=by_decision(extracts, rejected),
        agreement=agreed if agreed.extracts else None,
    )
