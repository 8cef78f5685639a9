"""The tables of the first day: people, requests, roster, handover, concerns and settings.

Revision 0001. A released migration is never edited; a later change gets its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables, the search index beside them, and the guard against double booking."""
    op.create_table(
        "boundary",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_boundary")),
    )
    op.create_table(
        "daypart",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_daypart")),
    )
    op.create_table(
        "emergency_number",
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_emergency_number")),
    )
    op.create_table(
        "help_kind",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("icon", sa.Text(), nullable=False),
        sa.Column("one_to_one", sa.Boolean(), nullable=False),
        sa.Column("notice_days", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_kind")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("name_prefix", sa.Text(), nullable=False),
        sa.Column("surname", sa.Text(), nullable=False),
        sa.Column("sorts_under_prefix", sa.Boolean(), nullable=False),
        sa.Column("sort_key", sa.Text(), nullable=False),
        sa.Column(
            "salutation",
            sa.Enum(
                "none",
                "mrs",
                "mr",
                "family",
                name="salutation",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("street", sa.Text(), nullable=False),
        sa.Column("postcode", sa.Text(), nullable=False),
        sa.Column("town", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("second_phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column(
            "contact_preference",
            sa.Enum(
                "phone",
                "visit",
                "email",
                "through_someone",
                name="contact_preference",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("contact_note", sa.Text(), nullable=False),
        sa.Column("is_resident", sa.Boolean(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index(op.f("ix_person_sort_key"), "person", ["sort_key"], unique=False)
    op.create_table(
        "support_point",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("village", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("postcode", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("waiting_too_long_days", sa.Integer(), nullable=False),
        sa.Column("certificate_review_years", sa.Integer(), nullable=False),
        sa.Column("idle_lock_minutes", sa.Integer(), nullable=False),
        sa.Column("answer_days", sa.Integer(), nullable=False),
        sa.Column("urgent_answer_days", sa.Integer(), nullable=False),
        sa.Column("full_names_on_roster", sa.Boolean(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_support_point_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_point")),
    )
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "desk_worker",
                "coordinator",
                "village_supporter",
                "deputy",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_account_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("person_id", name=op.f("uq_account_person_id")),
    )
    op.create_table(
        "opening_slot",
        sa.Column("weekday", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("daypart_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Time(), nullable=False),
        sa.Column("end", sa.Time(), nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.CheckConstraint('"end" > start', name=op.f("ck_opening_slot_ends_after_start")),
        sa.CheckConstraint("needed > 0", name=op.f("ck_opening_slot_somebody_needed")),
        sa.CheckConstraint("weekday BETWEEN 1 AND 7", name=op.f("ck_opening_slot_iso_weekday")),
        sa.ForeignKeyConstraint(
            ["daypart_id"], ["daypart.id"], name=op.f("fk_opening_slot_daypart_id")
        ),
        sa.PrimaryKeyConstraint("weekday", "daypart_id", name=op.f("pk_opening_slot")),
    )
    op.create_table(
        "shift",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("daypart_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Time(), nullable=False),
        sa.Column("end", sa.Time(), nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint('"end" > start', name=op.f("ck_shift_ends_after_start")),
        sa.CheckConstraint("needed > 0", name=op.f("ck_shift_somebody_needed")),
        sa.ForeignKeyConstraint(["daypart_id"], ["daypart.id"], name=op.f("fk_shift_daypart_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
        sa.UniqueConstraint("on", "daypart_id", name=op.f("uq_shift_on_daypart_id")),
    )
    op.create_table(
        "volunteer",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("roster_phone_agreed", sa.Boolean(), nullable=False),
        sa.Column("shifts_per_week", sa.Integer(), nullable=True),
        sa.Column(
            "certificate",
            sa.Enum(
                "none",
                "requested",
                "seen",
                name="certificate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("certificate_seen_on", sa.Date(), nullable=True),
        sa.Column("certificate_review_on", sa.Date(), nullable=True),
        sa.Column("agreement_on", sa.Date(), nullable=True),
        sa.Column("code_of_conduct_on", sa.Date(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_volunteer_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_volunteer")),
    )
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shift_id", sa.Integer(), nullable=False),
        sa.Column("volunteer_id", sa.Integer(), nullable=False),
        sa.Column("is_lead", sa.Boolean(), nullable=False),
        sa.Column("is_stand_in", sa.Boolean(), nullable=False),
        sa.Column("override_reason", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.Column(
            "ended_as",
            sa.Enum(
                "taken_off",
                "reported_absent",
                "moved",
                name="ending",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("ended_reason", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (ended_as IS NULL)", name=op.f("ck_assignment_ended_somehow")
        ),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name=op.f("fk_assignment_ended_by")),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_assignment_made_by")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_assignment_shift_id")),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteer.person_id"], name=op.f("fk_assignment_volunteer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    op.create_index(
        "ix_assignment_once_per_shift",
        "assignment",
        ["shift_id", "volunteer_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "ix_assignment_one_lead",
        "assignment",
        ["shift_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL AND is_lead"),
    )
    op.create_index(op.f("ix_assignment_shift_id"), "assignment", ["shift_id"], unique=False)
    op.create_index(
        op.f("ix_assignment_volunteer_id"), "assignment", ["volunteer_id"], unique=False
    )
    op.create_table(
        "audit_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_audit_event_account_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
    )
    op.create_table(
        "availability",
        sa.Column("volunteer_id", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("daypart_id", sa.Integer(), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "prefer",
                "can",
                "rather_not",
                "cannot",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.CheckConstraint("weekday BETWEEN 1 AND 7", name=op.f("ck_availability_iso_weekday")),
        sa.ForeignKeyConstraint(
            ["daypart_id"], ["daypart.id"], name=op.f("fk_availability_daypart_id")
        ),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteer.person_id"], name=op.f("fk_availability_volunteer_id")
        ),
        sa.PrimaryKeyConstraint(
            "volunteer_id", "weekday", "daypart_id", name=op.f("pk_availability")
        ),
    )
    op.create_table(
        "help_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("requester_id", sa.Integer(), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("needed_on", sa.Date(), nullable=True),
        sa.Column("needed_before", sa.Date(), nullable=True),
        sa.Column("start", sa.Time(), nullable=True),
        sa.Column("end", sa.Time(), nullable=True),
        sa.Column("when_note", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column(
            "urgency",
            sa.Enum(
                "normal",
                "soon",
                "urgent",
                name="urgency",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "contact_preference",
            sa.Enum(
                "phone",
                "visit",
                "email",
                "through_someone",
                name="contact_preference",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("contact_note", sa.Text(), nullable=False),
        sa.Column("consent_on", sa.Date(), nullable=True),
        sa.Column("consent_withdrawn_on", sa.Date(), nullable=True),
        sa.Column("consent_exception", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "new",
                "in_progress",
                "matched",
                "done",
                "referred",
                "unmet",
                "withdrawn",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("waiting_until", sa.Date(), nullable=True),
        sa.Column("follow_up_on", sa.Date(), nullable=True),
        sa.Column("volunteer_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("outcome_note", sa.Text(), nullable=False),
        sa.Column("referred_to", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(closed_at IS NULL) = (state IN ('new', 'in_progress', 'matched'))",
            name=op.f("ck_help_request_closed_with_an_outcome"),
        ),
        sa.CheckConstraint(
            "state <> 'matched' OR volunteer_id IS NOT NULL",
            name=op.f("ck_help_request_matched_with_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["help_kind.id"], name=op.f("fk_help_request_kind_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["account.id"], name=op.f("fk_help_request_recorded_by")
        ),
        sa.ForeignKeyConstraint(
            ["requester_id"], ["person.id"], name=op.f("fk_help_request_requester_id")
        ),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteer.person_id"], name=op.f("fk_help_request_volunteer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_request")),
    )
    op.create_index(
        "ix_help_request_closed",
        "help_request",
        ["closed_at", "id"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NOT NULL"),
    )
    op.create_index(
        "ix_help_request_in_hand",
        "help_request",
        ["volunteer_id", "needed_on"],
        unique=False,
        sqlite_where=sa.text("state = 'matched'"),
    )
    op.create_index(
        "ix_help_request_open",
        "help_request",
        ["due_on", "id", "closed_at"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NULL"),
    )
    op.create_index(
        op.f("ix_help_request_requester_id"), "help_request", ["requester_id"], unique=False
    )
    op.create_index(
        "ix_help_request_sought",
        "help_request",
        ["due_on", "id", "waiting_until", "state"],
        unique=False,
        sqlite_where=sa.text("state IN ('new', 'in_progress')"),
    )
    op.create_index(
        op.f("ix_help_request_volunteer_id"), "help_request", ["volunteer_id"], unique=False
    )
    op.create_index(
        "ix_help_request_waiting",
        "help_request",
        ["recorded_at", "id", "waiting_until", "state"],
        unique=False,
        sqlite_where=sa.text("state IN ('new', 'in_progress')"),
    )
    op.create_table(
        "publication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.DateTime(), nullable=False),
        sa.Column("published_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["published_by"], ["account.id"], name=op.f("fk_publication_published_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
    )
    op.create_table(
        "volunteer_kind",
        sa.Column("volunteer_id", sa.Integer(), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["help_kind.id"], name=op.f("fk_volunteer_kind_kind_id")
        ),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteer.person_id"], name=op.f("fk_volunteer_kind_volunteer_id")
        ),
        sa.PrimaryKeyConstraint("volunteer_id", "kind_id", name=op.f("pk_volunteer_kind")),
    )
    op.create_table(
        "handover_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("occurred_at", sa.DateTime(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "stable",
                "attention",
                "urgent",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("situation", sa.Text(), nullable=False),
        sa.Column("background", sa.Text(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("contingency", sa.Text(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=True),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["author_id"], ["account.id"], name=op.f("fk_handover_entry_author_id")
        ),
        sa.ForeignKeyConstraint(
            ["corrects_id"], ["handover_entry.id"], name=op.f("fk_handover_entry_corrects_id")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["help_request.id"], name=op.f("fk_handover_entry_request_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_entry")),
    )
    op.create_index(
        op.f("ix_handover_entry_corrects_id"), "handover_entry", ["corrects_id"], unique=False
    )
    op.create_index(
        op.f("ix_handover_entry_occurred_at"), "handover_entry", ["occurred_at"], unique=False
    )
    op.create_table(
        "published_place",
        sa.Column("publication_id", sa.Integer(), nullable=False),
        sa.Column("shift_id", sa.Integer(), nullable=False),
        sa.Column("volunteer_id", sa.Integer(), nullable=False),
        sa.Column("is_lead", sa.Boolean(), nullable=False),
        sa.Column("is_stand_in", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_published_place_publication_id")
        ),
        sa.ForeignKeyConstraint(
            ["shift_id"], ["shift.id"], name=op.f("fk_published_place_shift_id")
        ),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteer.person_id"], name=op.f("fk_published_place_volunteer_id")
        ),
        sa.PrimaryKeyConstraint(
            "publication_id", "shift_id", "volunteer_id", name=op.f("pk_published_place")
        ),
    )
    op.create_table(
        "request_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "recorded",
                "changed",
                "taken_up",
                "contact",
                "matched",
                "unmatched",
                "waiting",
                "consent_given",
                "consent_withdrawn",
                "consent_exception",
                "concern",
                "closed",
                "reopened",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("with_whom", sa.Text(), nullable=False),
        sa.Column("volunteer_id", sa.Integer(), nullable=True),
        sa.Column("follow_up_on", sa.Date(), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum(
                "new",
                "in_progress",
                "matched",
                "done",
                "referred",
                "unmet",
                "withdrawn",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_request_event_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["help_request.id"], name=op.f("fk_request_event_request_id")
        ),
        sa.ForeignKeyConstraint(
            ["volunteer_id"], ["volunteer.person_id"], name=op.f("fk_request_event_volunteer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_event")),
    )
    op.create_index(
        op.f("ix_request_event_request_id"), "request_event", ["request_id"], unique=False
    )
    op.create_table(
        "action_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("done_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["done_by"], ["account.id"], name=op.f("fk_action_item_done_by")),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["handover_entry.id"], name=op.f("fk_action_item_entry_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_item")),
    )
    op.create_index(op.f("ix_action_item_entry_id"), "action_item", ["entry_id"], unique=False)
    op.create_table(
        "concern",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("is_urgent", sa.Boolean(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=True),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_concern_author_id")),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["handover_entry.id"], name=op.f("fk_concern_entry_id")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["help_request.id"], name=op.f("fk_concern_request_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern")),
    )
    op.create_index(op.f("ix_concern_author_id"), "concern", ["author_id"], unique=False)
    op.create_index(op.f("ix_concern_request_id"), "concern", ["request_id"], unique=False)
    op.create_table(
        "handover_reading",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_handover_reading_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["handover_entry.id"], name=op.f("fk_handover_reading_entry_id")
        ),
        sa.PrimaryKeyConstraint("entry_id", "account_id", name=op.f("pk_handover_reading")),
    )
    op.create_table(
        "escalation",
        sa.Column("concern_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "submitted",
                "seen",
                "decided",
                "fed_back",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=True),
        sa.Column("handled_by", sa.Integer(), nullable=True),
        sa.Column(
            "decision",
            sa.Enum(
                "back_with_advice",
                "taken_on",
                "referred",
                "closed",
                name="decision",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "state IN ('submitted', 'seen') OR decision IS NOT NULL",
            name=op.f("ck_escalation_decided_has_decision"),
        ),
        sa.ForeignKeyConstraint(
            ["concern_id"], ["concern.id"], name=op.f("fk_escalation_concern_id")
        ),
        sa.ForeignKeyConstraint(
            ["handled_by"], ["account.id"], name=op.f("fk_escalation_handled_by")
        ),
        sa.PrimaryKeyConstraint("concern_id", name=op.f("pk_escalation")),
    )
    op.create_index(op.f("ix_escalation_state"), "escalation", ["state"], unique=False)
    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("concern_id", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_feedback_author_id")),
        sa.ForeignKeyConstraint(
            ["concern_id"], ["concern.id"], name=op.f("fk_feedback_concern_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    op.create_index(op.f("ix_feedback_concern_id"), "feedback", ["concern_id"], unique=False)
    op.create_table(
        "sealed_copy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("concern_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "concern",
                "review",
                "decision",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("reader_id", sa.Integer(), nullable=False),
        sa.Column("box", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["account.id"], name=op.f("fk_sealed_copy_author_id")
        ),
        sa.ForeignKeyConstraint(
            ["concern_id"], ["concern.id"], name=op.f("fk_sealed_copy_concern_id")
        ),
        sa.ForeignKeyConstraint(
            ["reader_id"], ["account.id"], name=op.f("fk_sealed_copy_reader_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sealed_copy")),
    )
    op.create_index(op.f("ix_sealed_copy_concern_id"), "sealed_copy", ["concern_id"], unique=False)
    op.create_table(
        "feedback_reading",
        sa.Column("feedback_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_feedback_reading_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["feedback_id"], ["feedback.id"], name=op.f("fk_feedback_reading_feedback_id")
        ),
        sa.PrimaryKeyConstraint("feedback_id", "account_id", name=op.f("pk_feedback_reading")),
    )
    # ### end Alembic commands ###
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(words, content='', contentless_delete=1, "
        "tokenize='unicode61', prefix='2 3')"
    )
    for name, event in (("insert", "INSERT"), ("update", "UPDATE")):
        op.execute(_NEVER_DOUBLE.format(name=name, event=event))


_NEVER_DOUBLE = """
CREATE TRIGGER assignment_never_double_{name} AFTER {event} ON assignment
WHEN NEW.ended_at IS NULL AND EXISTS (
    SELECT 1 FROM assignment AS other
    JOIN shift AS theirs ON theirs.id = other.shift_id
    JOIN shift AS mine ON mine.id = NEW.shift_id
    WHERE other.volunteer_id = NEW.volunteer_id AND other.ended_at IS NULL AND other.id <> NEW.id
      AND theirs."on" = mine."on" AND theirs.start < mine."end" AND mine.start < theirs."end"
)
BEGIN
    SELECT RAISE(ABORT, 'nobody is on two shifts at once');
END
"""
