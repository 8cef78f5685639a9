"""Asking for which days the logbook is put on paper."""

from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.periods import last_seven_days
from dorpssteunpunt.services.overviews.handover import handover_overview
from dorpssteunpunt.services.overviews.papers import HandoverOverview
from dorpssteunpunt.ui.kit.date_field import DateField
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.form_dialog import FormDialog
from dorpssteunpunt.ui.kit.pdf_preview import show_preview
from dorpssteunpunt.ui.kit.workplace import Workplace


def ask_period(parent: QWidget, workplace: Workplace) -> None:
    """Ask for the days, the last seven unless something else is typed, and show the paper."""
    form = Form(tasks=workplace.tasks, save_text=_("Show the paper"))
    first = DateField("first", _("First day"), today=workplace.today, required=True)
    last = DateField("last", _("Last day"), today=workplace.today, required=True)
    form.add(first, last)
    for field, day in zip((first, last), last_seven_days(workplace.today()), strict=True):
        field.set_value(day)
    form.mark_clean()

    def show(overview: HandoverOverview) -> None:
        show_preview(
            parent,
            workplace.tasks,
            _("Handover"),
            lambda: workplace.sheets.draw(overview),
            _("handover-{first}-{last}.pdf").format(first=overview.first, last=overview.last),
        )

    def ask() -> None:
        days = form.values()
        desk = workplace.desk
        form.send(lambda: handover_overview(desk, days["first"], days["last"]), show)

    form.submitted.connect(ask)
    FormDialog(parent, _("Put the handover on paper"), form, width=560).open()
