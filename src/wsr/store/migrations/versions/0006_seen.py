"""What the machine said when a person decided, and whether they decided alone."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_SAME = 0.5
"""Share of the longer of two stretches that must be common before they are one extract, as when they are read."""

_DECISION = sa.table(
    "decision",
    sa.column("id", sa.Integer),
    sa.column("judged_id", sa.Integer),
    sa.column("verdict", sa.Text),
    sa.column("seen_stance", sa.Text),
    sa.column("seen_codes", sa.JSON),
    sa.column("seen_with", sa.Text),
)
_PLACE = ("review_id", "key", "document", "passage", "start", "end")
_JUDGED = sa.table("judged", sa.column("id"), *(sa.column(name) for name in _PLACE))
_EXTRACT = sa.table(
    "extract",
    *(sa.column(name) for name in _PLACE),
    sa.column("stance", sa.Text),
    sa.column("codes", sa.JSON),
)
_REVIEW = sa.table("review", sa.column("id", sa.Integer), sa.column("coded_with", sa.Text))


def upgrade() -> None:
    """Add the columns; what people kept is fixed as the machine has it now, where it finds it now."""
    op.add_column("decision", sa.Column("seen_stance", sa.Text(), nullable=True))
    op.add_column("decision", sa.Column("seen_codes", sa.JSON(), nullable=True))
    op.add_column("decision", sa.Column("seen_with", sa.Text(), nullable=True))
    op.add_column("decision", sa.Column("alone", sa.Boolean(), nullable=True))
    connection = op.get_bind()
    kept = sa.select(_DECISION.c.judged_id).where(_DECISION.c.verdict == "keep")
    judged = connection.execute(sa.select(_JUDGED).where(_JUDGED.c.id.in_(kept))).mappings().all()
    versions = {row.id: row.coded_with for row in connection.execute(sa.select(_REVIEW))}
    for one in judged:
        there = sa.select(_EXTRACT).where(
            _EXTRACT.c.review_id == one["review_id"],
            _EXTRACT.c.document == one["document"],
            _EXTRACT.c.passage == one["passage"],
        )
        found = _same(one, connection.execute(there).mappings().all())
        if found is not None:
            connection.execute(
                sa.update(_DECISION)
                .where(_DECISION.c.judged_id == one["id"], _DECISION.c.verdict == "keep")
                .values(
                    seen_stance=found["stance"],
                    seen_codes=["/".join(filter(None, (c["theme"], c["subtheme"]))) for c in found["codes"]],
                    seen_with=versions[one["review_id"]] or "",
                )
            )


def _same(judged: sa.RowMapping, there: Sequence[sa.RowMapping]) -> sa.RowMapping | None:
    """The extract of its passage that a judged one is, or shares most with; one without a place has none."""

    def share(found: sa.RowMapping) -> float:
        common = min(found["end"], judged["end"]) - max(found["start"], judged["start"])
        longer = max(found["end"] - found["start"], judged["end"] - judged["start"])
        return float(common / longer)

    best = max(there, key=share, default=None)
    return best if best is not None and share(best) >= _SAME else None


def downgrade() -> None:
    """Drop the columns."""
    for column in ("alone", "seen_with", "seen_codes", "seen_stance"):
        op.drop_column("decision", column)
