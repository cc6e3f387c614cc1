"""The register of recommendations: codings, recorded statuses, links to later extracts."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables; every review is coded anew at the next start, which fills the first of them."""
    op.create_table(
        "recommendation_coding",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("themes", sa.JSON(), nullable=False),
        sa.Column("codes", sa.JSON(), nullable=False),
        sa.Column("agencies", sa.JSON(), nullable=False),
        sa.Column("bodies", sa.JSON(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("times", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name=op.f("fk_recommendation_coding_review_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("review_id", "key", name=op.f("pk_recommendation_coding")),
    )
    _make_status()
    _make_link()
    op.execute("UPDATE review SET coded_with = NULL")


def _make_status() -> None:
    op.create_table(
        "recommendation_status",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name=op.f("fk_recommendation_status_review_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation_status")),
    )
    op.create_index(
        op.f("ix_recommendation_status_review_id"), "recommendation_status", ["review_id"], unique=False
    )


def _make_link() -> None:
    op.create_table(
        "recommendation_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("extract_review_id", sa.Integer(), nullable=False),
        sa.Column("extract_key", sa.Text(), nullable=False),
        sa.Column("extract_text", sa.Text(), nullable=False),
        sa.Column("bearing", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdraws", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name=op.f("fk_recommendation_link_review_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["extract_review_id"],
            ["review.id"],
            name=op.f("fk_recommendation_link_extract_review_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["withdraws"],
            ["recommendation_link.id"],
            name=op.f("fk_recommendation_link_withdraws"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation_link")),
    )
    for column in ("review_id", "extract_review_id"):
        op.create_index(
            op.f(f"ix_recommendation_link_{column}"), "recommendation_link", [column], unique=False
        )


def downgrade() -> None:
    """Drop the tables."""
    for table in ("recommendation_link", "recommendation_status", "recommendation_coding"):
        op.drop_table(table)
