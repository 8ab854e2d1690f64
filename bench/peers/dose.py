"""Measures the kernels of module dose beside NumPy and C, in one run, and writes bench/results/dose.md.

    ./mvnw -q compile -pl dose -am
    python3 bench/peers/dose.py DATE "MACHINE, and what else was running"

Needs a JDK 25 in JAVA_HOME, gcc, and a Python with NumPy (its own unless PEER_PYTHON names another). All three make
the same punctures from the same seed; the run fails when their figures differ.
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
PYTHON = os.environ.get("PEER_PYTHON", sys.executable)
CLASSES = [ROOT / module / os.environ.get("CLASSES", "target/classes") for module in ("quantities", "dose")]

FACE = (160, 125, 20, 4)
ZONE = (50, 50, 20, 4)


def out(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def figures(*command):
    return json.loads(out(*command).splitlines()[-1])


class Peers:
    def __init__(self, folder):
        self.c = folder / "dose"
        self.classes = os.pathsep.join(str(each) for each in [*CLASSES, folder])
        out("gcc", "-O3", "-march=native", "-ffp-contract=off", "-o", self.c, HERE / "dose.c", "-lm")
        out(JAVA / "javac", "-d", folder, "-cp", self.classes, HERE / "DoseKernels.java")

    def java(self, kernel, runs, task):
        return figures(JAVA / "java", "-cp", self.classes, "org.stipple.dose.DoseKernels", kernel, runs, *task)

    def native(self, kernel, runs, task):
        return figures(self.c, kernel, runs, *task)

    def numpy(self, kernel, runs, task):
        return figures(PYTHON, HERE / "dose_numpy.py", kernel, runs, *task)


def same(kernel, *answers):
    keys = {"density": ["punctures"], "coverage": ["covered"], "duplicates": ["punctures", "repeated"]}[kernel]
    first = [answers[0][key] for key in keys]
    for answer in answers[1:]:
        assert [answer[key] for key in keys] == first, (kernel, answers)


def main():
    day, machine = sys.argv[1], sys.argv[2]
    lines = [f"# dose, {day}", ""]
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        peers = Peers(pathlib.Path(folder))
        table = []
        numpy_version = ""
        for kernel, what in [
            ("density", "density in cells of 0.1 mm"),
            ("coverage", "coverage on points 0.05 mm apart"),
            ("duplicates", "duplicates"),
        ]:
            java = peers.java(kernel, 15, FACE)
            native = peers.native(kernel, 15, FACE)
            answers = [java, native]
            row = f"| {what} | {java['best']:.1f} ({java['median']:.1f}) | {native['best']:.1f} ({native['median']:.1f}) | "
            if kernel == "duplicates":
                row += "not vectorisable: asks for order |"
            else:
                numpy = peers.numpy(kernel, 3, FACE)
                numpy_version = numpy["numpy"]
                answers.append(numpy)
                row += f"{numpy['best']:.0f} ({numpy['median']:.0f}) |"
            same(kernel, *answers)
            row += f" {java['best'] / native['best']:.2f} |"
            row += f" {answers[2]['best'] / java['best']:.1f} |" if len(answers) > 2 else " |"
            table.append(row)
        whole = []
        for kernel, what, runs, task in [
            ("simulation", "one treatment: 2 mm density, coverage, duplicates, one core", 15, FACE),
            ("estimate", "an answer: three treatments (glide ± 30 %) and closed forms, one core", 9, FACE),
            ("robust", "200 scenarios, 21 treatments simulated, two workers, wall clock", 5, FACE),
            ("search1500", "settings near 1,500 /cm², two workers, wall clock", 5, FACE),
            ("search4000", "settings near 4,000 /cm², two workers, wall clock", 5, FACE),
            ("page", "a zone of 25 cm² as a page shows it: figures with ranges, map as PNG, histogram, layers", 15, ZONE),
        ]:
            java = peers.java(kernel, runs, task)
            clock = kernel == "robust" or kernel.startswith("search")
            best, median = ("wallBest", "wallMedian") if clock else ("best", "median")
            whole.append(f"| {what} | {java[best]:.0f} ({java[median]:.0f}) |")
        curve = []
        for task in [(80, 62.5, 20, 4), (160, 62.5, 20, 4), FACE, (160, 250, 20, 4), (320, 250, 20, 4)] + [
            (160, 125, 20, passes) for passes in (1, 2, 8, 16)
        ]:
            width, height, _, passes = task
            java = {kernel: peers.java(kernel, 7, task) for kernel in ("density", "coverage", "duplicates")}
            punctures = java["density"]["punctures"]
            curve.append(
                f"| {width * height / 100:.0f} | {passes} | {punctures} | "
                + " | ".join(
                    f"{each['best']:.1f} | {1e6 * each['best'] / punctures:.0f} | {each['megabytes']:.1f}"
                    for each in java.values()
                )
                + " |"
            )
    lines += [
        f"{machine}; load {load:.1f} before and {os.getloadavg()[0]:.1f} after; "
        + f"{out(JAVA / 'java', '-version') or subprocess.run([JAVA / 'java', '-version'], capture_output=True, text=True).stderr.splitlines()[1]}; "
        + f"{out('gcc', '--version').splitlines()[0]}; NumPy {numpy_version}.",
        "",
        "A face of 200 cm² (160 mm × 125 mm), 14 pins, 117 Hz, 20 mm/s, 8 mm swath, 4 crossed passes, hole 0.25 mm. Each",
        "kernel alone, from motion to figure. CPU time of one thread in ms, best (median), because the machine was shared.",
        "All three find the same figures, puncture by puncture; the run fails otherwise.",
        "",
        "| kernel | Java | C, gcc -O3 | NumPy | Java over C | NumPy over Java |",
        "|---|--:|--:|--:|--:|--:|",
        *table,
        "",
        "| whole answers, Java | ms |",
        "|---|--:|",
        *whole,
        "",
        "The curve: ms, ns for each puncture, and MB allocated.",
        "",
        "| cm² | passes | punctures | density | ns | MB | coverage | ns | MB | duplicates | ns | MB |",
        "|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
        *curve,
        "",
    ]
    results = ROOT / "bench" / "results"
    results.mkdir(exist_ok=True)
    notes = results / "dose-notes.md"
    text = "\n".join(lines) + ("\n" + notes.read_text() if notes.exists() else "")
    (results / "dose.md").write_text(text)
    print(text)


main()
