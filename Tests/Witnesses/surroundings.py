#!/usr/bin/env python3
"""Runs one night in odd surroundings and compares every byte of the releases.

usage: surroundings.py PROGRAM PIPELINE FUND YEAR

Languages are really installed, into a folder of their own; the order in which folders list their
files is turned round by copying them to a disk that lists the newest first.
"""

import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile

program, pipeline, fund, year = sys.argv[1:]
scratch = tempfile.mkdtemp(prefix="surroundings-")
locales = scratch + "/locales"
runs = [0]


def night(data=fund, definitions=pipeline, before=(), environment=None, folder=None):
    """Digests and permissions of all that is in the release, and the link to it."""
    runs[0] += 1
    output = f"{scratch}/output-{runs[0]}"
    words = list(before) + [program, "run", "--period", year, "--as-of", "2026-11-21", "--quiet"]
    words += ["--pipeline", definitions, "--data", data, "--output", output]
    done = subprocess.run(
        words, env={"PATH": "/usr/bin:/bin"} if environment is None else environment,
        cwd=folder, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{words} ends with {done.returncode}: {done.stderr}")
    release = os.path.realpath(f"{output}/{year}/current")
    found = {"current": os.readlink(f"{output}/{year}/current"), "said": done.stdout}
    for place, _, names in os.walk(release):
        found[os.path.relpath(place, release)] = f"{os.stat(place).st_mode:o}"
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                digest = hashlib.sha256(file.read()).hexdigest()
            found[os.path.relpath(path, release)] = f"{digest} {os.stat(path).st_mode:o}"
    shutil.rmtree(output)
    return found


def shuffled(folder, name, seed):
    """A copy whose files were made in another order."""
    copy = f"{scratch}/{name}-{seed}"
    paths = [os.path.join(place, file) for place, _, files in os.walk(folder) for file in files]
    random.Random(seed).shuffle(paths)
    for path in paths:
        place = os.path.join(copy, os.path.relpath(path, folder))
        os.makedirs(os.path.dirname(place), exist_ok=True)
        shutil.copyfile(path, place)
    return copy


def language(name, zone):
    """The environment of a person who speaks another language elsewhere."""
    os.makedirs(locales, exist_ok=True)
    made = subprocess.run(
        ["localedef", "-i", name, "-f", "UTF-8", f"{locales}/{name}.UTF-8"], capture_output=True)
    variables = {"PATH": "/usr/bin:/bin", "LOCPATH": locales, "TZ": zone}
    for variable in ("LANG", "LC_ALL", "LANGUAGE"):
        variables[variable] = name + ".UTF-8"
    # A language that is not there at all would show nothing.
    there = subprocess.run(["locale", "charmap"], env=variables, capture_output=True, text=True)
    if there.stdout.strip() != "UTF-8":
        sys.exit(f"{name} cannot be installed: {made.stderr.decode()}")
    return variables


def masked(mask):
    return ["sh", "-c", f'umask {mask}; exec "$@"', "sh"]


cron = {"HOME": "/root", "LOGNAME": "root", "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh"}
# Several at once: none may matter. Where bytes differ, what did it is found by taking them apart.
surroundings = {
    "no environment, another working folder": dict(environment={}, folder="/"),
    "the environment of cron": dict(environment=cron),
    "French in Kiribati, one core": dict(
        environment=language("fr_FR", "Pacific/Kiritimati"), before=["taskset", "-c", "0"]),
    "Spanish in Nepal, nobody else may read, another order of files": dict(
        environment=language("es_ES", "Asia/Kathmandu"), before=masked("077"), order=1),
    "Turkish at the date line, everybody may write, another order of files": dict(
        environment=language("tr_TR", "Etc/GMT+12"), before=masked("000"), order=2),
}

different = 0
try:
    usual = night()
    for name, given in surroundings.items():
        order = given.pop("order", None)
        if order:
            given["data"] = shuffled(fund, "data", order)
            given["definitions"] = shuffled(pipeline, "pipeline", order)
        found = night(**given)
        for path in sorted(set(usual) | set(found)):
            if usual.get(path) != found.get(path):
                different += 1
                print(f"{name}: {path} is {found.get(path)}, usually {usual.get(path)}")
finally:
    shutil.rmtree(scratch, ignore_errors=True)
print(f"{runs[0]} nights of {len(usual) - 2} files and folders, {different} differences")
sys.exit(1 if different else 0)
