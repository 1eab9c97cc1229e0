#!/usr/bin/env python3
"""Opens pages of a release in Chromium and prints what is wrong with them, one complaint per line.

    browse.py [--pictures FOLDER] PAGE.html ...

Looked at are requests, errors, the width on a phone and on a desk, contrast, and what the tree for
screen readers holds. Exit code 1 after a complaint, 77 without Chromium. Chromium is spoken to
through its debugging pipe: https://chromedevtools.github.io/devtools-protocol/
"""

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time

PHONE, DESK = (360, 740), (1280, 900)

# Text on the ground it stands on, as WCAG 2.2 reckons contrast (1.4.3: at least 4.5).
FAINT = """
[...document.querySelectorAll('body *')].filter(e =>
  [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim())).map(e => {
  const parts = c => c.match(/[\\d.]+/g).map(Number);
  const light = c => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
    const s = c[i] / 255;
    return sum + weight * (s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4);
  }, 0);
  let ground = [255, 255, 255];
  for (let up = e; up; up = up.parentElement) {
    const found = parts(getComputedStyle(up).backgroundColor);
    if (found.length < 4 || found[3] > 0) { ground = found; break; }
  }
  const style = getComputedStyle(e);
  const ink = parts(e.namespaceURI.endsWith('svg') ? style.fill : style.color);
  const [low, high] = [light(ink), light(ground)].sort((a, b) => a - b);
  return [(high + 0.05) / (low + 0.05), e.textContent.trim().slice(0, 40)];
}).filter(([ratio]) => ratio < 4.5).map(([ratio, text]) => ratio.toFixed(1) + ' ' + text)
"""


class Browser:
    def __init__(self, program):
        self.folder = tempfile.mkdtemp()
        read_ours, write_theirs = os.pipe()
        read_theirs, write_ours = os.pipe()

        def wire():  # the browser reads commands from descriptor 3 and writes to 4
            os.dup2(os.dup2(read_theirs, 100), 3)
            os.dup2(os.dup2(write_theirs, 101), 4)

        words = [program, "--headless=new", "--remote-debugging-pipe", "--disable-gpu",
                 "--disable-dev-shm-usage", "--user-data-dir=" + self.folder]
        if os.geteuid() == 0:
            words.append("--no-sandbox")
        self.process = subprocess.Popen(
            words, preexec_fn=wire, close_fds=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(read_theirs), os.close(write_theirs)
        self.read, self.write = read_ours, write_ours
        self.rest, self.number, self.session, self.events = b"", 0, None, []

    def message(self, seconds):
        """The next message; nil when none comes in time."""
        end = time.monotonic() + seconds
        while b"\0" not in self.rest:
            if not select.select([self.read], [], [], max(0, end - time.monotonic()))[0]:
                return None
            some = os.read(self.read, 1 << 20)
            if not some:
                raise SystemExit("the browser ended by itself")
            self.rest += some
        line, self.rest = self.rest.split(b"\0", 1)
        return json.loads(line)

    def ask(self, method, **parameters):
        self.number += 1
        words = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            words["sessionId"] = self.session
        rest = memoryview(json.dumps(words).encode() + b"\0")
        while rest:
            rest = rest[os.write(self.write, rest):]
        while True:
            message = self.message(60)
            if message is None:
                raise SystemExit(f"the browser does not answer {method}")
            if message.get("id") == self.number:
                if "error" in message:
                    raise SystemExit(f"{method}: {message['error']['message']}")
                return message["result"]
            self.events.append(message)

    def wait(self, method):
        while not any(event.get("method") == method for event in self.events):
            message = self.message(60)
            if message is None:
                raise SystemExit(f"the browser does not come to {method}")
            self.events.append(message)

    def value(self, script):
        result = self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        return result["result"].get("value")

    def open(self, address, width, height):
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Network", "Runtime", "Log", "Accessibility"]:
            self.ask(domain + ".enable")
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height,
                 deviceScaleFactor=1, mobile=width < 600)
        self.events = []
        self.ask("Page.navigate", url=address)
        self.wait("Page.loadEventFired")
        return target

    def close(self, target):
        self.session = None
        self.ask("Target.closeTarget", targetId=target)

    def end(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def heard(browser, address):
    """Requests and errors while the page was read."""
    for event in browser.events:
        given = event.get("params", {})
        if event.get("method") == "Network.requestWillBeSent":
            url = given["request"]["url"]
            if url != address and not url.startswith("data:"):
                yield f"asks for {url}"
        elif event.get("method") == "Log.entryAdded":
            yield f"says {given['entry']['level']}: {given['entry']['text']}"
        elif event.get("method") == "Runtime.consoleAPICalled":
            yield f"writes to the console: {given['type']}"
        elif event.get("method") == "Runtime.exceptionThrown":
            yield f"fails: {given['exceptionDetails']['text']}"


def spoken(browser):
    """What screen readers are told."""
    nodes = [n for n in browser.ask("Accessibility.getFullAXTree")["nodes"] if not n.get("ignored")]
    role = lambda n: n.get("role", {}).get("value")
    name = lambda n: n.get("name", {}).get("value", "").strip()
    level = lambda n: next(p["value"]["value"] for p in n["properties"] if p["name"] == "level")
    last = 0
    for heading in [n for n in nodes if role(n) == "heading"]:
        if level(heading) > last + 1:
            yield f"heading {level(heading)} after {last}: {name(heading)}"
        if not name(heading):
            yield "a heading says nothing"
        last = level(heading)
    if [level(n) for n in nodes if role(n) == "heading"].count(1) != 1:
        yield "there is not one heading of level 1"
    tables = [n for n in nodes if role(n) == "table"]
    drawn = browser.value("document.querySelectorAll('table').length")
    if len(tables) != drawn or not drawn:
        yield f"{drawn} tables stand there and {len(tables)} are told"
    if not all(map(name, tables)):
        yield "a table has no name"
    if len({name(n) for n in tables}) != len(tables):
        yield "two tables have the same name"
    for what, script in [
        ("columnheader", "document.querySelectorAll('thead th').length"),
        ("rowheader", "document.querySelectorAll('tbody tr').length"),
    ]:
        told, there = sum(role(n) == what for n in nodes), browser.value(script)
        if told != there:
            yield f"{there} cells should be {what}, {told} are"
    images = [n for n in nodes if role(n) in ("image", "img")]
    if len(images) != browser.value("document.querySelectorAll('svg').length"):
        yield "a drawing is no image"
    for image in images:
        if not name(image):
            yield "an image has no name"
    for landmark in ["banner", "main", "navigation"]:
        if sum(role(n) == landmark for n in nodes) != 1:
            yield f"there is not one {landmark}"


def complaints(browser, path, pictures):
    address = "file://" + os.path.abspath(path)
    for width, height in [PHONE, DESK]:
        target = browser.open(address, width, height)
        if pictures:
            full = browser.ask("Page.captureScreenshot", captureBeyondViewport=True)["data"]
            edition = os.path.basename(os.path.dirname(os.path.abspath(path)))
            with open(f"{pictures}/{edition}-{width}.png", "wb") as file:
                file.write(base64.b64decode(full))
        for state in ["closed", "open"]:
            browser.value(
                f"document.querySelectorAll('details').forEach(d => d.open = {json.dumps(state == 'open')})")
            wide = browser.value("document.scrollingElement.scrollWidth")
            if wide > width:
                yield f"is {wide} wide at {width}, with parts {state}"
        for text in browser.value(FAINT):
            yield f"is faint at {width}: {text}"
        twins = "[...document.querySelectorAll('[id]')].map(e => e.id)"
        ids = browser.value(twins)
        if len(ids) != len(set(ids)):
            yield "has two elements of one id"
        if not browser.value("document.documentElement.lang"):
            yield "does not say its language"
        yield from spoken(browser)
        yield from heard(browser, address)
        browser.close(target)


def main():
    words = sys.argv[1:]
    pictures = None
    if words[:1] == ["--pictures"]:
        pictures, words = words[1], words[2:]
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        print("Chromium is not installed")
        return 77
    browser = Browser(program)
    found = 0
    try:
        for path in words:
            for complaint in complaints(browser, path, pictures):
                print(f"{path}: {complaint}")
                found += 1
    finally:
        browser.end()
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
