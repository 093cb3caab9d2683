"""A headless Chromium, driven through its DevTools protocol over a pipe: nothing to install."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time


class PageError(Exception):
    """An exception inside the page, or a call that the browser refused."""


class Browser:
    def __init__(self, executable="chromium"):
        self.profile = tempfile.mkdtemp(prefix="casus-page-")
        read_commands, self._commands = os.pipe()
        self._answers, write_answers = os.pipe()

        # The browser reads commands from descriptor 3 and writes to descriptor 4.
        def connect():
            first, second = os.dup(read_commands), os.dup(write_answers)
            os.dup2(first, 3)
            os.dup2(second, 4)

        self.process = subprocess.Popen(
            [
                executable, "--headless=new", "--remote-debugging-pipe", "--no-sandbox",
                "--disable-gpu", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-dev-shm-usage", "--hide-scrollbars",
                "--user-data-dir=" + self.profile, "about:blank",
            ],
            preexec_fn=connect, close_fds=False,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(read_commands)
        os.close(write_answers)
        self._buffer = b""
        self._number = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def send(self, method, session=None, **parameters):
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        return self._number

    def receive(self):
        while b"\0" not in self._buffer:
            part = os.read(self._answers, 1 << 20)
            if not part:
                raise PageError("the browser ended")
            self._buffer += part
        message, self._buffer = self._buffer.split(b"\0", 1)
        return json.loads(message)

    def open(self, width=1440, height=1000):
        return Page(self, width, height)


class Page:
    """One tab, with everything that it said and asked for."""

    def __init__(self, browser, width, height):
        self.browser = browser
        self.session = None
        self.events = []
        self.console = []
        self.requests = []
        self.dialogs = 0
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.call(domain + ".enable")
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)
        self.resize(width, height)

    def resize(self, width, height, mobile=False):
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
            mobile=mobile)

    def call(self, method, **parameters):
        number = self.browser.send(method, self.session, **parameters)
        while True:
            message = self.browser.receive()
            if message.get("id") == number:
                if "error" in message:
                    raise PageError(f"{method}: {message['error']['message']}")
                return message["result"]
            self._note(message)

    def _note(self, message):
        method, parameters = message.get("method"), message.get("params", {})
        self.events.append(method)
        if method == "Runtime.consoleAPICalled":
            self.console.append(" ".join(str(a.get("value")) for a in parameters["args"]))
        elif method == "Runtime.exceptionThrown":
            details = parameters["exceptionDetails"]
            self.console.append(
                details.get("exception", {}).get("description") or details["text"])
        elif method == "Log.entryAdded":
            self.console.append(parameters["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])
        elif method == "Page.javascriptDialogOpening":
            self.dialogs += 1
            self.browser.send("Page.handleJavaScriptDialog", self.session, accept=False)

    def go(self, url):
        """Loads an address and waits for the whole document."""
        self.events.clear()
        self.call("Page.navigate", url=url)
        while "Page.loadEventFired" not in self.events:
            self._note(self.browser.receive())

    def run(self, script):
        """The value of a script in the page; promises are awaited."""
        result = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise PageError(details.get("exception", {}).get("description") or details["text"])
        return result["result"].get("value")

    def wait(self, condition, seconds=5):
        """Waits until a script is true."""
        end = time.monotonic() + seconds
        while not self.run(condition):
            if time.monotonic() > end:
                raise PageError("never true: " + condition)
            time.sleep(0.02)

    def press(self, key, modifiers=0):
        text = {"Enter": "\r", " ": " "}.get(key)
        codes = {
            "Enter": 13, "Tab": 9, "Escape": 27, " ": 32, "ArrowLeft": 37, "ArrowUp": 38,
            "ArrowRight": 39, "ArrowDown": 40, "Home": 36, "End": 35,
        }
        common = {
            "key": key, "code": "Space" if key == " " else key, "modifiers": modifiers,
            "windowsVirtualKeyCode": codes.get(key, 0),
        }
        self.call("Input.dispatchKeyEvent", type="keyDown", **common, **({"text": text} if text else {}))
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def mouse(self, kind, x, y, buttons=0):
        self.call(
            "Input.dispatchMouseEvent", type=kind, x=x, y=y,
            button="none" if kind == "mouseMoved" and not buttons else "left", buttons=buttons,
            clickCount=0 if kind == "mouseMoved" else 1)

    def click(self, selector):
        x, y = self.middle(selector)
        self.mouse("mouseMoved", x, y)
        self.mouse("mousePressed", x, y, 1)
        self.mouse("mouseReleased", x, y)

    def middle(self, selector):
        box = self.run(
            f"""(() => {{ const found = document.querySelector({json.dumps(selector)});
            found.scrollIntoView({{block: "center", inline: "center", behavior: "instant"}});
            const box = found.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2]; }})()""")
        return box

    def media(self, **features):
        """Emulates media features, such as `prefers_color_scheme="dark"`, or `media="print"`."""
        media = features.pop("media", "")
        self.call(
            "Emulation.setEmulatedMedia", media=media,
            features=[{"name": k.replace("_", "-"), "value": v} for k, v in features.items()])

    def picture(self, path, full=False):
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=full)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def pdf(self, path):
        data = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
