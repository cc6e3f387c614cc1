"""Runs migrations on the connection that wsr.store.database hands over; there is no other way to run them."""

from alembic import context

from wsr.store import account_tables, group_tables, register_tables
from wsr.store.tables import Base

assert account_tables, "Imported so that Base knows its tables too."
assert group_tables
assert register_tables

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
