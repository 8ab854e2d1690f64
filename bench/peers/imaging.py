"""Measures imaging beside scikit-image and OpenCV in Python, in one run, and prints a page.

    ./mvnw -q compile -pl imaging,phantom -am
    python3 bench/peers/imaging.py DATE "MACHINE, and what else was running" [WIDTH HEIGHT RUNS]

Needs a JDK 25 in JAVA_HOME, OPENCV_JAR pointing to org.openpnp:opencv, and Debian's python3-skimage and python3-opencv in
/usr/bin/python3 (another: PEER_PYTHON). Both work on the same synthetic pair, 24 megapixels unless told otherwise. CPU time
and the clock are each the best of the runs, because the machine is shared.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
JAVA = pathlib.Path(os.environ["JAVA_HOME"]) / "bin"
PYTHON = os.environ.get("PEER_PYTHON", "/usr/bin/python3")
CLASSES = os.environ.get("CLASSES", "target/classes")
MODULES = [str(ROOT / module / CLASSES) for module in ("quantities", "phantom", "imaging")]
WHAT = {
    "ridges": "ridge filter at 2, 4 and 8 pixels",
    "metrics": "all metrics of one photo, after decoding",
    "pair": "registration of a pair",
}


def out(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def main():
    day, machine = sys.argv[1], sys.argv[2]
    width, height, runs = (int(part) for part in (sys.argv[3:] or (6000, 4000, 3)))
    lines = [f"# imaging-speed, {day}", ""]
    load = os.getloadavg()[0]
    rows, versions = [], ""
    with tempfile.TemporaryDirectory() as folder:
        path = os.pathsep.join([*MODULES, os.environ["OPENCV_JAR"], folder])
        out(JAVA / "javac", "-nowarn", "-d", folder, "-cp", path, HERE / "ImagingKernels.java")
        java = [JAVA / "java", "--enable-native-access=ALL-UNNAMED", "-Xmx3g", "-cp", path, "org.stipple.imaging.ImagingKernels"]
        out(*java, "render", width, height, folder)
        for kernel, what in WHAT.items():
            ours = json.loads(out(*java, kernel, runs + 2, folder).splitlines()[-1])
            peer = json.loads(out(PYTHON, HERE / "imaging_skimage.py", kernel, max(1, runs - 2), folder).splitlines()[-1])
            versions = peer["versions"]
            rows.append(
                f"| {what} | {ours['cpu']:.0f} | {ours['wall']:.0f} | {peer['cpu']:.0f} | {peer['wall']:.0f} | "
                f"{peer['cpu'] / ours['cpu']:.1f} | {peer['wall'] / ours['wall']:.1f} | {peer['peakMb']:.0f} | {os.getloadavg()[0]:.1f} |"
            )
    lines += [
        f"{machine}; load {load:.1f} before and {os.getloadavg()[0]:.1f} after; {versions}; {width} x {height} pixels.",
        "",
        "| work | Java, CPU ms | clock ms | Python, CPU ms | clock ms | CPU ratio | clock ratio | Python peak MB | load |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
        *rows,
    ]
    print("\n".join(lines))


main()
