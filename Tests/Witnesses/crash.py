#!/usr/bin/env python3
"""Kills and starves nightly runs at every place, and looks at what they leave.

usage: crash.py PROGRAM PIPELINE FUND [--sample N] [--only place|write]

FUND is a data folder with a form aside, `late/`, that the second night finds among the reports. Every
night must leave a release in force that verifies, the old one or the new; the next night must work
without help, release the same as a night without mishap, and clean up. Without --sample every call is
tried, which takes hours; with it N of each kind.
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

parser = argparse.ArgumentParser()
parser.add_argument("program")
parser.add_argument("pipeline")
parser.add_argument("fund")
parser.add_argument("--sample", type=int)
parser.add_argument("--only", choices=["place", "write"])
options = parser.parse_args()
# The same kills every time: a failure can be tried again.
dice = random.Random(20251231)
scratch = tempfile.mkdtemp(prefix="crash-")
output = scratch + "/output"
base = scratch + "/base"
shim = scratch + "/failing.so"
problems = []
tried = 0


def command(**more):
    words = [options.program, "run", "--period", "2025", "--as-of", "2026-11-21"]
    words += ["--pipeline", options.pipeline, "--data", options.fund, "--output", output]
    environment = {"PATH": "/usr/bin:/bin", "TMPDIR": scratch}
    environment.update(more)
    return {"args": words, "env": environment}


def night(**more):
    return subprocess.run(**command(**more), capture_output=True, text=True)


def in_force():
    return os.path.basename(os.readlink(output + "/2025/current"))


def verifies():
    done = subprocess.run([options.program, "verify", output + "/2025/current"], capture_output=True)
    return done.returncode == 0


def reset():
    shutil.rmtree(output, ignore_errors=True)
    shutil.copytree(base, output, symlinks=True)


def look(what, run=None, codes=None):
    """Checks what a mishap left, then that the next night mends it."""
    global tried
    tried += 1
    said = f" (code {run.returncode}: {run.stderr[-300:]})" if run else ""
    if codes is not None and run.returncode not in codes:
        problems.append(f"{what}: left with code {run.returncode}, not one of {codes}{said}")
    if in_force() not in (old, new):
        problems.append(f"{what}: {in_force()} is in force{said}")
    if not verifies():
        problems.append(f"{what}: the release in force does not verify{said}")
    after = night()
    if after.returncode != 0:
        problems.append(f"{what}: the next night ends with {after.returncode}: {after.stderr[-300:]}")
    if in_force() != new or not verifies():
        problems.append(f"{what}: the next night leaves {in_force()} in force")
    left = sorted(set(os.listdir(output + "/2025")) - {"changes", "current", "releases"})
    pages = os.listdir(output + "/2025/changes") if os.path.isdir(output + "/2025/changes") else []
    if f"{old}-{new}.md" not in pages:
        problems.append(f"{what}: no page says what changed{said}")
    left += [name for name in pages if not name.endswith(".md")]
    if left:
        problems.append(f"{what}: left lying: {left}")


def chosen(count, most=None):
    places = list(range(1, count + 1))
    most = options.sample or most
    return places if most is None or most >= count else sorted(dice.sample(places, most))


def calls(kind):
    reset()
    told = scratch + "/count"
    night(LD_PRELOAD=shim, FAIL_KIND=kind, FAIL_COUNT=told)
    with open(told) as file:
        return int(file.read())


def failing_calls():
    for kind, most in (("place", None), ("write", 200)):
        if options.only not in (None, kind):
            continue
        count = calls(kind)
        print(f"{kind}: {count} calls")
        for how in ("eio", "enospc", "full", "die"):
            for k in chosen(count, most):
                reset()
                run = night(LD_PRELOAD=shim, FAIL_KIND=kind, FAIL_AT=str(k), FAIL_HOW=how)
                # A failure that harms nothing, of the log for one, need not stop the night.
                look(f"{kind} {k} {how}", run, [99] if how == "die" else [0, 4])


def signals():
    reset()
    start = time.monotonic()
    night()
    lasts = time.monotonic() - start
    for kind, most in ((signal.SIGKILL, 200), (signal.SIGTERM, 20), (signal.SIGINT, 20)):
        for number in range(options.sample or most):
            reset()
            run = subprocess.Popen(
                **command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(dice.uniform(0, lasts * 1.1))
            run.send_signal(kind)
            run.wait()
            look(f"{kind.name} {number}")


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
    seen = [0]

    def read():
        while not over.is_set():
            mixed = whole_set(output + "/2025/current")
            seen[0] += 1
            if mixed:
                problems.append(f"a reader met another file than the manifest says: {mixed}")

    thread = threading.Thread(target=read)
    thread.start()
    letter = options.fund + "/reports/2025/letter.txt"
    for number in range(options.sample or 100):
        with open(letter, "w") as file:
            file.write(str(number))
        run = night()
        if run.returncode != 0:
            problems.append(f"publication {number} ends with {run.returncode}: {run.stderr[-300:]}")
    over.set()
    thread.join()
    os.remove(letter)
    print(f"readers: {seen[0]} readings")


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
        problems.append(f"20 runs together end with {codes}")
    for said, code in ends:
        if code == 5 and not said.startswith("another run is at work: process "):
            problems.append(f"who comes second does not name the first: {said}")
    look("20 together")


def read_only():
    """As another user, for whom the folder can only be read; root may do everything."""
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        return
    reset()
    for folder, names, files in os.walk(scratch):
        os.chmod(folder, 0o755)
    other = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    words = command()
    words["args"] = other + words["args"]
    if subprocess.run(other + ["test", "-x", options.program]).returncode != 0:
        return
    run = subprocess.run(**words, capture_output=True, text=True)
    look("read-only", run, [4])


try:
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "failing_calls.c")
    subprocess.run([shutil.which("cc") or "clang", "-shared", "-fPIC", "-o", shim, source, "-ldl"], check=True)
    assert night().returncode == 0
    old = in_force()
    shutil.copytree(output, base, symlinks=True)
    shutil.move(options.fund + "/late", options.fund + "/reports/2025/late")
    assert night().returncode == 0
    new = in_force()
    assert old != new
    for part in (failing_calls,) if options.only else (failing_calls, signals, readers, together, read_only):
        part()
finally:
    shutil.rmtree(scratch, ignore_errors=True)
for problem in problems:
    print(problem)
print(f"{tried} mishaps, {len(problems)} problems")
sys.exit(1 if problems else 0)
