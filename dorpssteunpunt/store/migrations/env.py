"""What Alembic runs for each upgrade, in the transaction that `store.migrate` opened."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
