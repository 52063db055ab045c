#!/usr/bin/env python3
"""Runs mutated programs and looks for what must never happen: a signal, a hang, memory beyond the bounds.

The corpus is the test suite's programs and the steps of the lessons. Each round takes one, changes it here and there,
and runs it with `lessons eval`. A program may do anything but: end by a signal, go on for more than a moment after
Ctrl-C, or take more memory than a program may. What is found is kept in the folder of findings.

usage: soak.py [--minutes N] [--seed N] [--jobs N] [--lessons PROGRAM] [--findings FOLDER]
Exits 1 when something was found, 2 when called wrongly.
"""
import argparse
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
# A program has this long to end by itself, and then this long to obey Ctrl-C.
PATIENCE, GRACE = 5.0, 3.0
# What a program may hold, and the runner with it.
MEMORY = (2 << 30) + (1 << 30)

TOKEN = re.compile(r'"(?:\\.|[^"\\\n])*"|[A-Za-z_$][A-Za-z_0-9]*|\d[\d_.]*(?:[eE][-+]?\d+)?|[-+*/%<>=!&|^~?]+|\s+|.', re.S)
NUMBERS = ["0", "1", "-1", "2", "255", "256", "65536", "9223372036854775807", "-9223372036854775808", "1 << 40", "0.0",
           "-0.0", "1e308", "5e-324", ".nan", ".infinity", "0x7fff_ffff", "1_000_000"]
OPERATORS = ["+", "-", "*", "/", "%", "==", "!=", "<", ">", "<=", ">=", "&&", "||", "??", "...", "..<", "&+", "<<", ">>", "+=",
             "-=", "*=", "=", "?", "!", "&", "|", "^"]
TYPES = ["Int", "Double", "String", "Bool", "Character", "Float", "UInt8", "Any", "Int?", "[Int]", "[String: Int]", "Set<Int>",
         "(Int, Int)", "() -> Void", "Never", "Void", "Substring"]
LINES = ["while true { }", "print(1)", "var grown = [0]; while true { grown += grown }", "func again() { again() }; again()",
         "let huge = Array(repeating: 0, count: 1 << 50)", "fatalError()", "defer { print(2) }", "return", "break", "continue",
         "let nothing: Int? = nil; print(nothing!)", "throw Problem.one", "enum Problem: Error { case one }", "_ = [1][5]",
         "var text = \"x\"; while true { text += text }"]


def corpus():
    """Programs as texts, in an order that does not depend on the file system."""
    texts = []
    for path in sorted((ROOT / "Tests/StepLanguageTests/Programs").rglob("*.swift")):
        texts.append(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "Lessons").glob("*.md")):
        steps = re.findall(r"^```swift[^\n]*\n(.*?)^```", path.read_text(encoding="utf-8"), re.S | re.M)
        steps = ["\n".join(line for line in step.split("\n") if not line.startswith("//|")) for step in steps]
        texts += steps
        # The steps of a lesson build on one another.
        texts += ["\n".join(steps[:count]) for count in (3, 6) if len(steps) >= count]
    return texts


def mutate(text, others, generator):
    """The text with one to four changes."""
    tokens = TOKEN.findall(text)
    for _ in range(generator.choice([1, 1, 1, 2, 2, 3, 4])):
        if not tokens:
            break
        words = [i for i, t in enumerate(tokens) if re.match(r"[A-Za-z_$]", t)]
        numbers = [i for i, t in enumerate(tokens) if t[0].isdigit()]
        signs = [i for i, t in enumerate(tokens) if re.match(r"[-+*/%<>=!&|^~?]", t)]
        kind = generator.randrange(12)
        if kind == 0 and numbers:
            tokens[generator.choice(numbers)] = generator.choice(NUMBERS)
        elif kind == 1 and signs:
            tokens[generator.choice(signs)] = generator.choice(OPERATORS)
        elif kind == 2 and len(words) > 1:
            tokens[generator.choice(words)] = tokens[generator.choice(words)]
        elif kind == 3 and words:
            tokens[generator.choice(words)] = generator.choice(TYPES)
        elif kind == 4:
            start = generator.randrange(len(tokens))
            del tokens[start:start + generator.randrange(1, 12)]
        elif kind == 5:
            start = generator.randrange(len(tokens))
            piece = tokens[start:start + generator.randrange(1, 30)]
            at = generator.randrange(len(tokens))
            tokens[at:at] = piece
        elif kind == 6:
            lines = "".join(tokens).split("\n")
            lines.insert(generator.randrange(len(lines) + 1), generator.choice(LINES))
            tokens = TOKEN.findall("\n".join(lines))
        elif kind == 7:
            lines = "".join(tokens).split("\n")
            a, b = generator.randrange(len(lines)), generator.randrange(len(lines))
            lines[a], lines[b] = lines[b], lines[a]
            tokens = TOKEN.findall("\n".join(lines))
        elif kind == 8:
            other = generator.choice(others).split("\n")
            lines = "".join(tokens).split("\n")
            start = generator.randrange(len(other))
            at = generator.randrange(len(lines) + 1)
            lines[at:at] = other[start:start + generator.randrange(1, 8)]
            tokens = TOKEN.findall("\n".join(lines))
        elif kind == 9:
            at = generator.randrange(len(tokens) + 1)
            tokens.insert(at, generator.choice(["(", ")", "{", "}", "[", "]", ",", ":", ".", "\\", "\"", "@", "#", "`", "é", "\u200d"]))
        elif kind == 10 and words:
            # One name for another, everywhere.
            old, new = tokens[generator.choice(words)], tokens[generator.choice(words)]
            tokens = [new if t == old else t for t in tokens]
        elif kind == 11:
            depth = generator.choice([2, 10, 200])
            at = generator.randrange(len(tokens))
            tokens[at] = "(" * depth + tokens[at] + ")" * depth
    return "".join(tokens)


def examine(program, lessons, folder, patience=PATIENCE):
    """Runs a program; what is wrong with how it ended, or None.

    One that was killed before it had the processor for as long as the patience is run again with ten times as much: on
    a busy machine it may just not have had its turn.
    """
    path = os.path.join(folder, "mutant.swift")
    with open(path, "w", encoding="utf-8", errors="replace") as file:
        file.write(program)
    environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}
    with open(os.path.join(folder, "errors"), "w+b") as errors:
        process = subprocess.Popen([lessons, "eval", path], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors,
                                   env=environment, cwd=folder)
        asked = threading.Timer(patience, lambda: process.send_signal(signal.SIGINT))
        ended = threading.Timer(patience + GRACE, process.kill)
        start = time.monotonic()
        asked.start()
        ended.start()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        asked.cancel()
        ended.cancel()
        seconds = time.monotonic() - start
        errors.seek(0)
        said = errors.read().decode("utf-8", "replace").strip()
    if seconds >= patience + GRACE and process.returncode == -signal.SIGKILL:
        if patience == PATIENCE and usage.ru_utime + usage.ru_stime < PATIENCE:
            return examine(program, lessons, folder, 10 * PATIENCE)
        return f"goes on for more than {GRACE:.0f} s after Ctrl-C"
    if process.returncode < 0:
        return f"ended by signal {-process.returncode}"
    if process.returncode not in (0, 1, 130):
        return f"ended with status {process.returncode}: {said[-200:]}"
    if usage.ru_maxrss * 1024 > MEMORY:
        return f"took {usage.ru_maxrss >> 10} MB"
    return None


def main():
    parser = argparse.ArgumentParser(description="Mutates programs and looks for crashes, hangs and memory beyond the bounds.")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--lessons", default=str(ROOT / ".build/release/lessons"))
    parser.add_argument("--findings", default=str(ROOT / ".build/soak"))
    arguments = parser.parse_args()
    if not os.access(arguments.lessons, os.X_OK):
        parser.error(f"there is no program {arguments.lessons}; make build makes it")
    texts = corpus()
    findings = pathlib.Path(arguments.findings)
    print(f"seed {arguments.seed}, {len(texts)} texts, {arguments.minutes:g} minutes", flush=True)
    end = time.monotonic() + 60 * arguments.minutes
    lock = threading.Lock()
    counts = {"runs": 0, "findings": 0}

    def work():
        with tempfile.TemporaryDirectory() as folder:
            while time.monotonic() < end:
                with lock:
                    number = counts["runs"]
                    counts["runs"] += 1
                # Each round has a generator of its own, so that it can be made again by its number.
                generator = random.Random(f"{arguments.seed}.{number}")
                program = mutate(generator.choice(texts), texts, generator)
                problem = examine(program, arguments.lessons, folder)
                if problem:
                    with lock:
                        counts["findings"] += 1
                        findings.mkdir(parents=True, exist_ok=True)
                        kept = findings / f"{arguments.seed}-{number}.swift"
                        kept.write_text(program, encoding="utf-8", errors="replace")
                        print(f"round {number}: {problem}; kept as {kept}", flush=True)

    workers = [threading.Thread(target=work) for _ in range(max(1, arguments.jobs))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(f"{counts['runs']} rounds, {counts['findings']} findings")
    return 1 if counts["findings"] else 0


if __name__ == "__main__":
    sys.exit(main())
