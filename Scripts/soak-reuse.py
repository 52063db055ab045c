#!/usr/bin/env python3
"""Edits each step of lessons in turn and holds a run that reuses results against a fresh one.

soak-reuse.py LESSONS-PROGRAM [--seed N] [--limit N] [--once] [-P NAME=VALUE] [LESSON...]

Each step is edited in three ways, where they apply: a comment is added (nothing may run again), a line is printed first,
a number is changed. Records and pictures of both runs have to be the same bytes.
"""
import argparse, filecmp, json, os, random, re, shutil, subprocess, sys, tempfile

FENCE = re.compile(r"^```swift\b.*$")


def steps(lines):
    """The line numbers of each step's fences."""
    found, start = [], None
    for number, line in enumerate(lines):
        if start is None and FENCE.match(line):
            start = number
        elif start is not None and line.startswith("```"):
            found.append((start, number))
            start = None
    return found


def edits(lines, first, last, draw):
    """Edited versions of the lines, each with a word for what was done."""
    yield "comment", lines[:first + 1] + lines[first + 1:last] + ["// A remark."] + lines[last:]
    code = next((n for n in range(first + 1, last) if lines[n].strip() and not lines[n].startswith("//|")), None)
    if code is None:
        return
    yield "print", lines[:code] + ['print("soak")'] + lines[code:]
    numbers = [
        (n, match) for n in range(code, last) if not lines[n].lstrip().startswith("//")
        for match in re.finditer(r"(?<![\w.\"#$])\d+(\.\d+)?(?![\w.])", lines[n])
    ]
    if numbers:
        n, match = draw.choice(numbers)
        text = match.group()
        other = str(int(text) + 1) if "." not in text else str(float(text) * 1.5)
        yield f"{text} to {other}", lines[:n] + [lines[n][:match.start()] + other + lines[n][match.end():]] + lines[n + 1:]


def same(a, b):
    """Why two folders of results differ, or None. Pages carry nothing that records do not."""
    names = [sorted(name for name in os.listdir(f) if not name.endswith((".html", ".swift", ".md"))) for f in (a, b)]
    if names[0] != names[1]:
        return f"files {set(names[0]) ^ set(names[1])}"
    different = [name for name in names[0] if not filecmp.cmp(f"{a}/{name}", f"{b}/{name}", shallow=False)]
    return ", ".join(different) or None


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    options.add_argument("--limit", type=int, default=0, help="only so many edits of each lesson, chosen by the seed")
    options.add_argument("--once", action="store_true", help="one edit of each step, chosen by the seed")
    options.add_argument("-P", dest="parameters", action="append", default=[], help="a parameter: a smaller model, say")
    options.add_argument("lessons", nargs="*")
    options = options.parse_intermixed_args()
    program = os.path.abspath(options.program)
    draw = random.Random(options.seed)
    print(f"seed {options.seed}")
    names = options.lessons or sorted(name[:-3] for name in os.listdir("Lessons") if name.endswith(".md"))
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree("Lessons", f"{folder}/Lessons", ignore=shutil.ignore_patterns("Expected"))

        def run(name, *arguments):
            given = [word for parameter in options.parameters for word in ("-P", parameter)]
            done = subprocess.run([program, "run", name, "-q", *given, *arguments], cwd=folder, capture_output=True, text=True)
            # Times, and how much was reused, are no results.
            done.stdout = re.sub(r"( \(\w+ unchanged\))|( in [\d.]+ s$)", "", done.stdout, flags=re.MULTILINE)
            return done

        for name in names:
            path = f"{folder}/Lessons/{name}.md"
            original = open(path).read()
            lines = original.split("\n")
            first = run(name)
            if first.returncode not in (0, 1):
                sys.exit(f"{name}: exit {first.returncode}\n{first.stderr}")
            todo = []
            for place in steps(lines):
                found = [(place, word, text) for word, text in edits(lines, *place, draw)]
                todo += [draw.choice(found)] if options.once else found
            if options.limit and len(todo) > options.limit:
                todo = sorted(draw.sample(todo, options.limit), key=lambda item: item[0])
            bad = 0
            for (start, _), word, text in todo:
                open(path, "w").write("\n".join(text))
                reused = run(name)
                fresh = run(name, "--fresh", "--output", f"{folder}/Fresh")
                problem = None
                if (reused.returncode, reused.stdout) != (fresh.returncode, fresh.stdout):
                    problem = f"exit {reused.returncode} and {fresh.returncode}: {reused.stdout}{reused.stderr} / {fresh.stdout}{fresh.stderr}"
                elif os.path.isdir(f"{folder}/Fresh/{name}"):
                    problem = same(f"{folder}/Output/{name}", f"{folder}/Fresh/{name}")
                if problem:
                    bad += 1
                    print(f"{name}.md:{start + 1}: {word}: {problem[:2000]}")
                    print("    " + lines[start])
                sys.stdout.flush()
            open(path, "w").write(original)
            failures += bad
            print(f"{name}: {len(todo)} edits, {bad} with other results than a fresh run")
            sys.stdout.flush()
    sys.exit(1 if failures else 0)


main()
