"""Make sure that there is a Chromium for the browser tests."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


def chromium() -> str:
    """Find the system's Chromium, else install one: Debian's where we may, otherwise Playwright's own."""
    return os.environ.get("IPT_CHROMIUM") or installed() or from_debian() or from_playwright()


def installed() -> str | None:
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def from_debian() -> str | None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    print("Installing Chromium, for the browser tests (once) ...", flush=True)
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (("update",), ("install", "-y", "--no-install-recommends", "chromium")):
        subprocess.run(("apt-get", "-qq", *arguments), env=surroundings, stdout=subprocess.DEVNULL, check=False)
    return installed()


def from_playwright() -> str:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  -- slow import, and rarely needed

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if not Path(path).exists():
        print("Fetching Chromium, for the browser tests (once) ...", flush=True)
        done = subprocess.run((sys.executable, "-m", "playwright", "install", "chromium"), check=False)
        if done.returncode:
            sys.exit("The browser tests need Chromium: install it, or set IPT_CHROMIUM to its path.")
    return path
