#!/usr/bin/env python3
"""Kills and starves nightly runs at every place, and looks at what they leave.

usage: crash.py PROGRAM PIPELINE FUND [--sample N] [--only PART …]

FUND is a data folder with a form aside, `late/`, that the second night finds among the reports. Every
night must leave a release in force that verifies, the old one or the new; the next night must work
without help, release the same as a night without mishap, and clean up. Where two mishaps leave the
same behind, the next night is tried once. Without --sample every call is tried, which takes an hour
and more; with it N of each kind.
"""

import argparse
import hashlib
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

PARTS = [
    "place", "write", "signals", "first", "readers", "together", "read_only", "small_disk",
    "closing", "restatement", "publishing",
]
parser = argparse.ArgumentParser()
parser.add_argument("program")
parser.add_argument("pipeline")
parser.add_argument("fund")
parser.add_argument("--sample", type=int)
parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
options = parser.parse_args()

# Disks of its own to fill, which nobody else sees and which go with the process.
if "OWN_MOUNTS" not in os.environ and shutil.which("unshare"):
    alone = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    if subprocess.run(alone + ["true"], capture_output=True).returncode == 0:
        os.environ["OWN_MOUNTS"] = "yes"
        os.execvp(alone[0], alone + [sys.executable] + sys.argv)

# The same kills every time: a failure can be tried again.
dice = random.Random(20251231)
scratch = tempfile.mkdtemp(prefix="crash-")
output = scratch + "/output"
base = scratch + "/base"
shim = scratch + "/failing.so"
NIGHT = ["run", "--as-of", "2026-11-21", "--keep", "2"]
STATUS = ["status"]
FREEZE = ["freeze", "--reason", "printed", "--by", "office"]
RESTATE = ["restate", "--as-of", "2026-11-21", "--reason", "late form", "--by", "board"]
problems = []
tried = 0
mended = set()


def problem(words):
    problems.append(words)
    print(words, flush=True)


def command(words=NIGHT, **more):
    words = [options.program] + words + (["--period", "2025"] if words != STATUS else [])
    words += ["--pipeline", options.pipeline, "--data", options.fund, "--output", output]
    environment = {"PATH": "/usr/bin:/bin", "TMPDIR": scratch}
    environment.update(more)
    return {"args": words, "env": environment}


def night(words=NIGHT, **more):
    return subprocess.run(**command(words, **more), capture_output=True, text=True)


def in_force():
    try:
        return os.path.basename(os.readlink(output + "/2025/current"))
    except FileNotFoundError:
        return None


def verifies(folder=None):
    if in_force() is None and old is None:
        return True
    words = [options.program, "verify", folder or output + "/2025/current"]
    return subprocess.run(words, capture_output=True).returncode == 0


def reset():
    shutil.rmtree(output, ignore_errors=True)
    if base:
        shutil.copytree(base, output, symlinks=True)


def left_behind():
    """What the next night finds: names, sizes and links, and what the history says; no times.

    Of a staging folder only that it is there: the next night removes it unseen.
    """
    found = []
    for folder, names, files in os.walk(output):
        for name in names + files:
            path = os.path.join(folder, name)
            if os.path.islink(path):
                found.append((path, os.readlink(path)))
            elif name not in ("run.log", ".lock"):
                size = 0 if os.path.isdir(path) else os.path.getsize(path)
                found.append((re.sub(r"staging-\d+", "staging", path), size))
        names[:] = [name for name in names if not name.startswith(".staging-")]
    copy = scratch + "/history"
    shutil.rmtree(copy, ignore_errors=True)
    os.mkdir(copy)
    for name in os.listdir(output):
        if name.startswith("state.sqlite"):
            shutil.copy(output + "/" + name, copy)
    history = []
    try:
        store = sqlite3.connect(copy + "/state.sqlite")
        for what in ("substr(outcome, 1, 6), release FROM run ORDER BY run", "* FROM dated_inputs",
                     "* FROM closing"):
            history += store.execute("SELECT " + what).fetchall()
        store.close()
    except sqlite3.Error as error:
        history.append(str(error))
    return repr((sorted(found, key=str), history))


def look(what, run=None, codes=None, mend=lambda: None):
    """Checks what a mishap left, then that the next night mends it."""
    global tried
    tried += 1
    if tried % 100 == 0:
        print(f"{tried} mishaps, {len(mended)} kinds of remains, now {what}", flush=True)
    said = f" (code {run.returncode}: {run.stderr[-300:]})" if run else ""
    if codes is not None and run.returncode not in codes:
        problem(f"{what}: left with code {run.returncode}, not one of {codes}{said}")
    if run and run.returncode == 4 and (not run.stderr.strip() or "Domain error" in run.stderr):
        problem(f"{what}: fails without a word that helps{said}")
    if in_force() not in (old, new):
        problem(f"{what}: {in_force()} is in force{said}")
    if not verifies():
        problem(f"{what}: the release in force does not verify{said}")
    mend()
    remains = left_behind()
    if remains in mended:
        return
    mended.add(remains)
    asked = night(STATUS)
    if asked.returncode != 0:
        problem(f"{what}: status ends with {asked.returncode}: {asked.stderr[-300:]}")
    after = night()
    if after.returncode != 0:
        problem(f"{what}: the next night ends with {after.returncode}: {after.stderr[-300:]}")
    if in_force() != new or not verifies():
        problem(f"{what}: the next night leaves {in_force()} in force")
    tidy(what, said)


def tidy(what, said=""):
    year = output + "/2025/"
    left = sorted(set(os.listdir(year)) - {"changes", "closed.json", "current", "releases"})
    pages = os.listdir(year + "changes") if os.path.isdir(year + "changes") else []
    if old and f"{old}-{new}.md" not in pages:
        problem(f"{what}: no page says what changed{said}")
    left += [name for name in pages if not name.endswith(".md")]
    left += sorted(set(os.listdir(year + "releases")) - {old, new})
    history = ["state.sqlite", "state.sqlite-wal", "state.sqlite-shm"]
    left += sorted(set(os.listdir(output)) - {"2025", ".lock", "run.log", *history})
    if left:
        problem(f"{what}: left lying: {left}{said}")


def chosen(count, most=None):
    places = list(range(1, count + 1))
    most = options.sample or most
    return places if most is None or most >= count else sorted(dice.sample(places, most))


def calls(kind, words=NIGHT, before=reset):
    before()
    told = scratch + "/count"
    night(words, LD_PRELOAD=shim, FAIL_KIND=kind, FAIL_COUNT=told)
    with open(told) as file:
        return int(file.read())


def starved(what, words, places, before=reset):
    """Every one of these places as the one that fails and as the one where the process dies."""
    global tried
    for how in ("eio", "full", "die"):
        for k in places:
            before()
            tried += 1
            run = night(words, LD_PRELOAD=shim, FAIL_KIND="place", FAIL_AT=str(k), FAIL_HOW=how)
            if run.returncode not in ([99] if how == "die" else [0, 4]):
                problem(f"{what}, place {k} {how}: left with {run.returncode}: {run.stderr[-300:]}")
            yield f"{what}, place {k} {how}"


def failing(kind, most=None):
    count = calls(kind)
    print(f"{kind}: {count} calls", flush=True)
    # One call fails, this and all later ones find the disk full, the process dies.
    for how in ("eio", "full", "die"):
        for k in chosen(count, most):
            reset()
            run = night(LD_PRELOAD=shim, FAIL_KIND=kind, FAIL_AT=str(k), FAIL_HOW=how)
            # A failure that harms nothing, of the log for one, need not stop the night.
            look(f"{kind} {k} {how}", run, [99] if how == "die" else [0, 4])


def place():
    failing("place")


def write():
    failing("write", 200)


def signals():
    reset()
    start = time.monotonic()
    night()
    lasts = time.monotonic() - start
    for kind in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT):
        for number in range(options.sample or 200):
            reset()
            run = subprocess.Popen(
                **command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(dice.uniform(0, lasts * 1.1))
            run.send_signal(kind)
            run.wait()
            look(f"{kind.name} {number}")


def first():
    """The first night ever: there is no folder, then no table, then no release."""
    global base, old
    usual, base, old = (base, old), None, None
    failing("place")
    failing("write", 200)
    signals()
    base, old = usual


def whole_set(folder):
    """Reads a release as any reader would: its link once, then every file it lists."""
    place = os.path.realpath(folder)
    with open(place + "/manifest.json") as file:
        manifest = json.load(file)
    for listed in manifest["outputs"]:
        with open(f"{place}/{listed['path']}", "rb") as file:
            if hashlib.sha256(file.read()).hexdigest() != listed["sha256"]:
                return f"{place}/{listed['path']}"
    return None


def readers():
    """A release is put in force again and again while others read."""
    reset()
    over = threading.Event()
    read_from = []

    def read():
        while not over.is_set():
            try:
                mixed = whole_set(output + "/2025/current")
            except OSError as error:
                mixed = error
            read_from.append(in_force())
            if mixed:
                problem(f"a reader met another file than the manifest says: {mixed}")

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    letter = options.fund + "/reports/2025/letter.txt"
    publications = options.sample or 100
    for number in range(publications):
        with open(letter, "w") as file:
            file.write(str(number))
        run = night()
        if run.returncode != 0 or "released" not in run.stdout:
            problem(f"publication {number} ends with {run.returncode}: {run.stderr[-300:]}")
    over.set()
    for thread in threads:
        thread.join()
    os.remove(letter)
    print(f"readers: {len(read_from)} readings of {len(set(read_from))} releases, "
          f"{publications} publications")


def together():
    reset()
    runs = [
        subprocess.Popen(**command(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(20)
    ]
    ends = [(run.communicate()[1], run.returncode) for run in runs]
    codes = sorted(code for _, code in ends)
    print(f"together: {codes.count(5)} of 20 left, {codes.count(0)} worked")
    if set(codes) - {0, 5} or 0 not in codes:
        problem(f"20 runs together end with {codes}")
    for said, code in ends:
        if code == 5 and not said.startswith("another run is at work: process "):
            problem(f"who comes second does not name the first: {said}")
    look("20 together")


def read_only():
    """As another user, for whom the folder can only be read; root may do everything."""
    reset()
    for folder, names, files in os.walk(scratch):
        os.chmod(folder, 0o755)
    other = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    words = command()
    words["args"] = other + words["args"]
    may = subprocess.run(other + ["test", "-x", options.program], capture_output=True)
    if may.returncode != 0:
        return print("read_only: not tried, there is no other user to run as")
    look("read-only folder", subprocess.run(**words, capture_output=True, text=True), [4])


def small_disk():
    """Disks that fill up while the night runs, for its output or for its temporary files."""
    global output
    if "OWN_MOUNTS" not in os.environ:
        return print("small_disk: not tried, nothing may be mounted here")
    room, disk = output, scratch + "/disk"
    os.mkdir(disk)

    def resize(how):
        subprocess.run(["mount", "-o", "remount," + how, disk], check=True)

    reset()
    night()
    size = lambda folder: sum(
        os.path.getsize(os.path.join(place, name))
        for place, _, names in os.walk(folder) for name in names)
    before, after = size(base), size(output)
    for number in range(options.sample or 60):
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "none", disk], check=True)
        if number % 3 == 2:
            # tmpfs gives whole pages; a night of the tiny fund has up to some hundred kB of these.
            output = room
            reset()
            kilobytes = 4 * dice.randint(1, 60)
            resize(f"size={kilobytes}k")
            look(f"{kilobytes} kB for temporary files", night(TMPDIR=disk), [0, 4])
        else:
            output = disk + "/output"
            reset()
            free = dice.randint(0, 3 * (after - before)) // 1024
            used = os.statvfs(disk)
            used = (used.f_blocks - used.f_bfree) * used.f_frsize // 1024
            resize(f"size={used + free}k")
            run = night()
            look(f"{free} kB left", run, [0, 4], lambda: resize("size=64m"))
        subprocess.run(["umount", disk], check=True)
    subprocess.run(["mount", "-t", "tmpfs", "none", disk], check=True)
    output = disk + "/output"
    reset()
    resize("ro")
    run = night()
    look("read-only disk", run, [4], lambda: resize("rw"))
    subprocess.run(["umount", disk], check=True)
    output = room


def closing():
    """A year is closed or it is not, whichever of the two records was written."""
    count = calls("place", FREEZE)
    for what in starved("closing", FREEZE, chosen(count)):
        if in_force() != old or not verifies():
            problem(f"{what}: {in_force()} is in force")
        asked = night(STATUS)
        if asked.returncode != 0:
            problem(f"{what}: status ends with {asked.returncode}: {asked.stderr[-300:]}")
        again = night(FREEZE)
        if again.returncode != 0 and "2025 was closed by office" not in again.stderr:
            problem(f"{what}: cannot be taken again: {again.stderr[-300:]}")
        after = night()
        if after.returncode != 0 or "and wait: " not in after.stdout or in_force() != old:
            problem(f"{what}: the next night ends with {after.returncode}: {after.stdout[-300:]}")


def restatement():
    """A person's decision about a closed year holds or does not, and can be taken again."""
    global base, new
    reset()
    assert night(FREEZE).returncode == 0
    open_year, base = base, scratch + "/closed"
    shutil.copytree(output, base, symlinks=True)
    assert night(RESTATE).returncode == 0
    usual, new = (open_year, new), in_force()
    count = calls("place", RESTATE)
    # Before the last ones a restatement does what every night does.
    for what in starved("restatement", RESTATE, [count - back for back in chosen(25)]):
        if in_force() not in (old, new) or not verifies():
            problem(f"{what}: {in_force()} is in force")
        after = night()
        with open(output + "/2025/closed.json") as file:
            decided = json.load(file)["acts"][-1]["release"]
        if after.returncode != 0 or in_force() != decided or not verifies():
            problem(f"{what}: the next night ends with {after.returncode}, {in_force()} in force")
        again = night(RESTATE)
        if again.returncode != 0 or in_force() != new or not verifies():
            problem(f"{what}: cannot be taken again: {again.stderr[-300:]}")
        if night().returncode != 0:
            problem(f"{what}: the night after fails")
    base, new = usual


def publishing():
    """The public reads the old edition or the new one, whole, and the old one is left nowhere."""
    global base
    usual, site = base, scratch + "/site"
    place = site + "/2025"
    publish = ["publish", "--to", place]

    def edition():
        try:
            with open(place + "/manifest.json") as file:
                return json.load(file)["release"]
        except FileNotFoundError:
            return None

    def put_back():
        reset()
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(standing, site)

    standing = scratch + "/no-edition"
    os.mkdir(standing)
    put_back()
    assert night(publish).returncode == 0
    published, before = scratch + "/published", [(standing, usual, None)]
    shutil.copytree(site, scratch + "/old-edition")
    assert night().returncode == 0 and in_force() == new
    shutil.copytree(output, published, symlinks=True)
    before.append((scratch + "/old-edition", published, old))
    # The first edition of a year, then one that takes the place of another.
    for standing, base, then in before:
        now = new if then else old
        count = calls("place", publish, put_back)
        print(f"publishing: {count} places", flush=True)
        # Most places write definitions aside, to be read again; the last ones move the edition.
        places = sorted(set(chosen(count, 100) + [count - back for back in chosen(60)]))
        for what in starved(f"publishing beside {then}", publish, places, put_back):
            if edition() not in (then, now) or (edition() and not verifies(place)):
                problem(f"{what}: the public reads {edition()}, and it may not be whole")
            after = night(publish)
            if after.returncode != 0 or edition() != now or not verifies(place):
                problem(f"{what}: cannot be published again: {after.stderr[-300:]}")
            if os.listdir(site) != ["2025"]:
                problem(f"{what}: left lying: {os.listdir(site)}")
    base = usual


try:
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "failing_calls.c")
    subprocess.run([shutil.which("cc") or "clang", "-shared", "-fPIC", "-o", shim, source, "-ldl"], check=True)
    # Two releases before the one that the nights make: the older one is removed then.
    note = options.fund + "/reports/2025/note.txt"
    with open(note, "w") as file:
        file.write("first")
    assert night().returncode == 0
    os.remove(note)
    assert night().returncode == 0
    old = in_force()
    shutil.copytree(output, base, symlinks=True)
    shutil.move(options.fund + "/late", options.fund + "/reports/2025/late")
    assert night().returncode == 0
    new = in_force()
    assert old != new and len(os.listdir(output + "/2025/releases")) == 2
    for part in options.only:
        start = time.monotonic()
        globals()[part]()
        print(f"{part}: {time.monotonic() - start:.0f} s", flush=True)
finally:
    shutil.rmtree(scratch, ignore_errors=True)
for line in problems:
    print(line)
print(f"{tried} mishaps, {len(problems)} problems")
sys.exit(1 if problems else 0)
