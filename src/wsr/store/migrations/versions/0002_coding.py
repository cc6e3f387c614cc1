"""The place of the tables of coding; nothing changes here yet."""

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Nothing to do."""


def downgrade() -> None:
    """Nothing to undo."""
