"""The rules of the house as sentences, and proof that each of them bites."""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "dorpssteunpunt"
DRAWERS = {"utils", "util", "misc", "helpers", "helper", "common", "manager", "managers", "tools"}
ROOMS = {"people", "help_requests", "roster", "handover", "concerns", "accounts", "support_point"}

STARTERS_OF_THREADS = {
    *("Thread", "Timer", "start_new_thread", "ThreadPoolExecutor", "ProcessPoolExecutor"),
    *("QThread", "QThreadPool", "QRunnable", "to_thread", "run_in_executor"),
}
KEEPERS_OF_THREADS = {Path("ui/kit/tasks.py"), Path("store/device_secret.py")}
KNOCKS_AT_THE_DESKTOP = Path("ui/shell/message_bus.py")  # a bus on this computer is no network
COLLECTORS_OF_GARBAGE = {Path("app/cli.py"), Path("app/loading.py"), Path("ui/kit/sweeping.py")}


@dataclass(frozen=True)
class Module:
    """One module of the program: where it stands in the house and what it says."""

    path: Path
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def layer(self) -> str:
        return self.path.parts[0] if len(self.path.parts) > 1 else ""

    @property
    def room(self) -> str:
        """The name under its layer: `roster` for services/roster.py and services/roster/x.py."""
        return Path(self.path.parts[1]).stem if len(self.path.parts) > 1 else ""

    def imports(self) -> Iterator[str]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from (f"{node.module}.{name.name}" for name in node.names)


MODULES = [
    Module(path.relative_to(PACKAGE), path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")
]

Rule = Callable[[Module], bool]


def it_has_at_most_400_lines(module: Module) -> bool:
    written_once = "versions" in module.path.parts  # a migration is never edited again
    return written_once or module.text.count("\n") <= 400


def its_classes_have_fewer_than_300_lines(module: Module) -> bool:
    classes = [node for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)]
    return all((node.end_lineno or 0) - node.lineno < 300 for node in classes)


def it_opens_with_one_sentence(module: Module) -> bool:
    first = (ast.get_docstring(module.tree) or "").split("\n\n")[0]
    return first.endswith(".") and len(first) > 10


def it_is_not_a_drawer(module: Module) -> bool:
    return not DRAWERS & {Path(part).stem for part in module.path.parts}


def it_imports_no_star(module: Module) -> bool:
    return not any(name.endswith(".*") for name in module.imports())


def it_does_not_pump_the_event_loop(module: Module) -> bool:
    return "processEvents" not in module.text


def it_does_not_ask_a_widget_for_its_screen(module: Module) -> bool:
    return not any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "screen"
        and not node.args
        for node in ast.walk(module.tree)
    )


def it_opens_no_network(module: Module) -> bool:
    network = {"socket", "http", "urllib", "requests", "httpx", "ftplib", "smtplib"}
    names = {name.split(".")[0] for name in module.imports()}
    if module.path == KNOCKS_AT_THE_DESKTOP:
        return names & network == {"socket"} and "AF_INET" not in module.text
    return not names & network and "QtNetwork" not in module.text


def it_asks_a_clock_for_the_time(module: Module) -> bool:
    asked = {"now", "today", "utcnow"}
    direct = {"datetime", "date"}
    return module.path == Path("base/clock.py") or not any(
        isinstance(node, ast.Attribute)
        and node.attr in asked
        and isinstance(node.value, ast.Name)
        and node.value.id in direct
        for node in ast.walk(module.tree)
    )


def it_leaves_threads_to_those_who_keep_them(module: Module) -> bool:
    """Decision 0020: a window that a thread lets go of is destroyed there."""
    said = {node.attr for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}
    said |= {name.split(".")[-1] for name in module.imports()}
    return module.path in KEEPERS_OF_THREADS or not said & STARTERS_OF_THREADS


def it_leaves_garbage_to_those_who_look_for_it(module: Module) -> bool:
    """Decision 0020: who looks for garbage may destroy a window."""
    named = {name.split(".")[0] for name in module.imports()}
    return module.path in COLLECTORS_OF_GARBAGE or "gc" not in named


def its_services_do_not_import_other_rooms(module: Module) -> bool:
    if module.layer != "services" or module.room not in ROOMS:
        return True
    others = ROOMS - {module.room}
    return not any(
        name.startswith(f"dorpssteunpunt.services.{other}.")
        or name == f"dorpssteunpunt.services.{other}"
        for name in module.imports()
        for other in others
    )


def it_translates_nothing_at_import_time(module: Module) -> bool:
    return not any(_translates(node) for node in _run_at_import(module.tree))


def _run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what runs when the module is imported: everything but the bodies of functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            for eager in [*child.decorator_list, child.args]:
                yield from _run_at_import(eager)
        elif isinstance(child, ast.Lambda):
            yield from _run_at_import(child.args)
        else:
            yield child
            yield from _run_at_import(child)


def it_translates_outside_f_strings(module: Module) -> bool:
    """Babel reads an f-string as one text on Python 3.11, so it would not find the message."""
    return not any(
        _translates(part)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
    )


def _translates(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"_", "ngettext"}
    )


RULES_AND_BREACHES: list[tuple[Rule, str, str]] = [
    (it_has_at_most_400_lines, "ui/long.py", "x = 1\n" * 401),
    (its_classes_have_fewer_than_300_lines, "ui/wide.py", "class X:\n" + "    x = 1\n" * 300),
    (it_opens_with_one_sentence, "base/dumb.py", "x = 1\n"),
    (it_is_not_a_drawer, "services/utils.py", ""),
    (it_is_not_a_drawer, "ui/helpers/fields.py", ""),
    (it_imports_no_star, "ui/star.py", "from PySide6.QtWidgets import *\n"),
    (it_does_not_pump_the_event_loop, "ui/pump.py", "QApplication.processEvents()\n"),
    (it_does_not_ask_a_widget_for_its_screen, "ui/room.py", "room = self.screen().geometry()\n"),
    (it_opens_no_network, "services/call.py", "from urllib.request import urlopen\n"),
    (it_opens_no_network, "ui/call.py", "from PySide6.QtNetwork import QTcpSocket\n"),
    (it_opens_no_network, "services/call.py", "import socket\n"),
    (
        it_opens_no_network,
        "ui/shell/message_bus.py",
        "import socket\nsocket.socket(socket.AF_INET)\n",
    ),
    (it_asks_a_clock_for_the_time, "services/late.py", "t = datetime.now(ZONE)\n"),
    (
        its_services_do_not_import_other_rooms,
        "services/roster/plan.py",
        "from dorpssteunpunt.services.people import find\n",
    ),
    (
        its_services_do_not_import_other_rooms,
        "services/roster.py",
        "from dorpssteunpunt.services import people\n",
    ),
    (it_translates_nothing_at_import_time, "ui/early.py", "TITLE = _('Roster')\n"),
    (it_translates_nothing_at_import_time, "ui/early.py", "def f(x=_('Roster')): ...\n"),
    (it_translates_outside_f_strings, "ui/hidden.py", "said = f'{_(\"Roster\")} (2)'\n"),
    (
        it_translates_outside_f_strings,
        "ui/hidden.py",
        'said = f\'{place}: {ngettext("{n} day", "{n} days", n).format(n=n)}\'\n',
    ),
    (
        it_leaves_threads_to_those_who_keep_them,
        "ui/rooms/busy.py",
        "import threading\nthreading.Thread(target=work).start()\n",
    ),
    (
        it_leaves_threads_to_those_who_keep_them,
        "planning/busy.py",
        "from concurrent.futures import ThreadPoolExecutor\n",
    ),
    (
        it_leaves_threads_to_those_who_keep_them,
        "ui/busy.py",
        "from PySide6.QtCore import QThread\n",
    ),
    (it_leaves_garbage_to_those_who_look_for_it, "store/tidy.py", "import gc\ngc.collect()\n"),
    (it_leaves_garbage_to_those_who_look_for_it, "store/tidy.py", "from gc import collect\n"),
]


def _sentence(rule: Rule) -> str:
    return rule.__name__


@pytest.mark.parametrize(
    "rule", dict.fromkeys(rule for rule, _, _ in RULES_AND_BREACHES), ids=_sentence
)
def test_of_every_module_holds(rule: Rule) -> None:
    breaches = [str(module.path) for module in MODULES if not rule(module)]
    assert breaches == []


@pytest.mark.parametrize(("rule", "path", "text"), RULES_AND_BREACHES)
def test_a_breach_is_seen(rule: Rule, path: str, text: str) -> None:
    assert not rule(Module(Path(path), text))


def test_translating_inside_a_function_is_allowed() -> None:
    later = "def title():\n    return _('Roster')\nwords = {1: lambda: _('One')}\n"
    assert it_translates_nothing_at_import_time(Module(Path("ui/later.py"), later))


def test_a_message_beside_an_f_string_is_allowed() -> None:
    beside = "said = _('Roster')\nprint(f'{said} (2)', _('Week'))\n"
    assert it_translates_outside_f_strings(Module(Path("ui/beside.py"), beside))


@pytest.mark.parametrize("path", sorted(KEEPERS_OF_THREADS | COLLECTORS_OF_GARBAGE))
def test_whoever_may_do_more_is_there(path: Path) -> None:
    assert (PACKAGE / path).exists()


def test_the_contracts_between_the_layers_are_kept() -> None:
    lint = "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"
    done = subprocess.run(
        [sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken" in done.stdout
