"""What is the matter with the store and its keys: cause, consequence and next step."""

from dorpssteunpunt.base.i18n import _, ngettext
from dorpssteunpunt.services import faults
from dorpssteunpunt.services.words.spoken import in_words

_MINUTE = 60


def wait_words(seconds: int) -> str:
    """Return how long to wait, in seconds up to a minute and in rounded-up minutes beyond."""
    if seconds <= _MINUTE:
        return ngettext("{n} second", "{n} seconds", seconds).format(n=seconds)
    minutes = -(-seconds // _MINUTE)
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)


def _with_wait(wrong: str, seconds: int) -> str:
    if not seconds:
        return wrong
    wait = _("Wait {time} before you try again.").format(time=wait_words(seconds))
    return f"{wrong} {wait}"


# ---------------------------------------------------------------- somebody types a key


@in_words.register
def _wrong_pin(fault: faults.WrongPin) -> str:
    return _with_wait(_("The PIN is not right. Try it once more."), fault.wait_seconds)


@in_words.register
def _wrong_passphrase(fault: faults.WrongPassphrase) -> str:
    wrong = _("The passphrase is not right. Look at your paper and try it once more.")
    return _with_wait(wrong, fault.wait_seconds)


@in_words.register
def _wrong_recovery_code(fault: faults.WrongRecoveryCode) -> str:
    wrong = _("This recovery code does not belong to this store. Is it the newest paper?")
    return _with_wait(wrong, fault.wait_seconds)


@in_words.register
def _too_many_attempts(fault: faults.TooManyAttempts) -> str:
    return _("That was not right several times. Wait {time} before you try again.").format(
        time=wait_words(fault.wait_seconds)
    )


@in_words.register
def _pins_from_elsewhere(fault: faults.PinsFromElsewhere) -> str:
    return _(
        "PINs do not work yet on this computer. Sign in with your passphrase; after that you can "
        "set a PIN for this computer."
    )


@in_words.register
def _device_secret_silent(fault: faults.DeviceSecretSilent) -> str:
    return _(
        "The keyring of this computer does not answer, so PINs do not work now. Unlock the "
        "keyring and try again, or sign in with your passphrase."
    )


@in_words.register
def _passphrase_mistyped(refusal: faults.PassphraseMistyped) -> str:
    if not refusal.words:
        return _("The passphrase has {n} words.").format(n=refusal.expected)
    return ngettext(
        "The passphrase is not right. Look at word {places} once more.",
        "The passphrase is not right. Look at the words {places} once more.",
        len(refusal.words),
    ).format(places=", ".join(map(str, refusal.words)))


@in_words.register
def _recovery_code_mistyped(refusal: faults.RecoveryCodeMistyped) -> str:
    if not refusal.groups:
        return _("The recovery code has {n} groups of six characters.").format(n=refusal.expected)
    return ngettext(
        "There is a typing error in group {places} of the recovery code.",
        "There are typing errors in the groups {places} of the recovery code.",
        len(refusal.groups),
    ).format(places=", ".join(map(str, refusal.groups)))


@in_words.register
def _seal_not_opened(fault: faults.SealNotOpened) -> str:
    return _("This note is sealed for somebody else, or it is damaged. It cannot be read here.")


# ---------------------------------------------------------------- the store is not there


@in_words.register
def _store_missing(fault: faults.StoreMissing) -> str:
    return _(
        "There is no store at {path}. Choose where it is, restore a backup or make a new one."
    ).format(path=fault.path)


@in_words.register
def _folder_missing(fault: faults.FolderMissing) -> str:
    return _(
        "The folder {folder} is not there. Connect the disk it is on, or choose another place."
    ).format(folder=fault.path.parent)


@in_words.register
def _store_moved(fault: faults.StoreMoved) -> str:
    return _(
        "The store {path} was moved or replaced while it was open. Nothing was saved just now. "
        "Put it back, close the program and open it again."
    ).format(path=fault.path)


@in_words.register
def _store_exists(fault: faults.StoreExists) -> str:
    return _("There is a store at {path} already, or its keys. Choose another name.").format(
        path=fault.path
    )


@in_words.register
def _keys_missing(fault: faults.KeysMissing) -> str:
    return _(
        "The key file {path} is missing, so the store stays closed. Put it back beside the "
        "store; every backup holds a copy."
    ).format(path=fault.path)


# ---------------------------------------------------------------- the store is not whole


@in_words.register
def _store_empty(fault: faults.StoreEmpty) -> str:
    return _("The file {path} is empty. It stays as it is. Restore a backup.").format(
        path=fault.path
    )


@in_words.register
def _store_not_encrypted(fault: faults.StoreNotEncrypted) -> str:
    return _(
        "The file {path} is not encrypted, so it is not a store of this program. It stays as it "
        "is. Choose another file."
    ).format(path=fault.path)


@in_words.register
def _not_a_store(fault: faults.NotAStore) -> str:
    return _(
        "{path} is not a store of this program. It stays as it is. Choose another file."
    ).format(path=fault.path)


@in_words.register
def _store_damaged(fault: faults.StoreDamaged) -> str:
    return _(
        "The store {path} is damaged. The file is kept as it is. Restore the newest backup, and "
        "ask for help if that does not work."
    ).format(path=fault.path)


@in_words.register
def _keys_damaged(fault: faults.KeysDamaged) -> str:
    return _(
        "The key file {path} is damaged, so the store stays closed. Put back the key file of the "
        "newest backup."
    ).format(path=fault.path)


@in_words.register
def _backup_failed(fault: faults.BackupFailed) -> str:
    return _(
        "The backup of {path} was not good and was thrown away. Your data are safe. Try again, "
        "on another disk if need be."
    ).format(path=fault.path)


@in_words.register
def _backup_damaged(fault: faults.BackupDamaged) -> str:
    return _("The backup {path} is damaged, so it was not used. Choose another backup.").format(
        path=fault.path
    )


@in_words.register
def _backup_of_another(fault: faults.BackupOfAnother) -> str:
    return _(
        "The backup {path} belongs to another support point. Nothing was changed. Choose a backup "
        "of this support point."
    ).format(path=fault.path)


@in_words.register
def _no_elsewhere(fault: faults.NoElsewhere) -> str:
    return _("No place for copies was chosen yet. Choose a folder on another disk first.")


@in_words.register
def _elsewhere_away(fault: faults.ElsewhereAway) -> str:
    return _(
        "The folder {path} is not there, so no copy was made. Connect the disk it is on, or "
        "choose another folder."
    ).format(path=fault.path)


# ---------------------------------------------------------------- the store cannot be used now


@in_words.register
def _store_unreadable(fault: faults.StoreUnreadable) -> str:
    return _(
        "The store {path} cannot be read. Check the disk and whether you may open this file."
    ).format(path=fault.path)


@in_words.register
def _store_read_only(fault: faults.StoreReadOnly) -> str:
    return _(
        "The store {path} can only be read, so nothing can be saved. Make the file writable, or "
        "copy it to a place where you may write."
    ).format(path=fault.path)


@in_words.register
def _folder_read_only(fault: faults.FolderReadOnly) -> str:
    return _(
        "Nothing can be written in the folder {folder}. Make the folder writable, or choose "
        "another place."
    ).format(folder=fault.path.parent)


@in_words.register
def _disk_full(fault: faults.DiskFull) -> str:
    return _(
        "The disk with {folder} is full, so nothing can be added to it. What was saved is safe. "
        "Make room on the disk and try again."
    ).format(folder=fault.path.parent)


@in_words.register
def _store_busy(fault: faults.StoreBusy) -> str:
    return _("Another program is using the store. Try again in a moment.")


@in_words.register
def _store_in_use(fault: faults.StoreInUse) -> str:
    return _("The program is open with this store already. Go on in that window.")


@in_words.register
def _store_newer(fault: faults.StoreNewer) -> str:
    return _(
        "The store {path} was made by a newer version of this program. It was not changed. "
        "Install the newest version and open it again."
    ).format(path=fault.path)


@in_words.register
def _upgrade_failed(fault: faults.UpgradeFailed) -> str:
    return _(
        "The store {path} could not be brought up to date. Your data are as they were. Go on "
        "with the previous version and ask for help."
    ).format(path=fault.path)


@in_words.register
def _unsuitable_engine(fault: faults.UnsuitableEngine) -> str:
    return _(
        "The program is not installed completely: its database library ({found}) does not suit. "
        "Install the program again."
    ).format(found=fault.found)


@in_words.register
def _passphrase_not_given(fault: faults.PassphraseNotGiven) -> str:
    return _(
        "No passphrase was given. Set DORPSSTEUNPUNT_PASSPHRASE or give --passphrase-file with a "
        "readable file."
    )


@in_words.register
def _paper_not_written(fault: faults.PaperNotWritten) -> str:
    return _("{path} cannot be written. Choose another folder or make room.").format(
        path=fault.path
    )


@in_words.register
def _problem_not_read(fault: faults.ProblemNotRead) -> str:
    return _("{path} cannot be read. Check the name and whether you may open this file.").format(
        path=fault.path
    )


@in_words.register
def _output_not_written(fault: faults.OutputNotWritten) -> str:
    return _(
        "What this command has to say could not be written. Leave its output open, and make room "
        "on the disk if it goes to a file."
    )


@in_words.register
def _not_a_demo(fault: faults.NotADemo) -> str:
    return _(
        "{path} is not a demo village. It was left alone; choose another file for the demo."
    ).format(path=fault.path)


@in_words.register
def _no_screen(fault: faults.NoScreen) -> str:
    return _(
        "There is no screen to show a window on. Start the program on the desktop of this computer."
    )


@in_words.register
def _screen_silent(fault: faults.ScreenSilent) -> str:
    return _(
        "No window can be shown: the screen of this computer does not answer, or libraries are "
        "missing. On Debian and Ubuntu, install libgl1, libegl1, libxcb-cursor0, "
        "libxcb-icccm4 and libxcb-keysyms1."
    )
