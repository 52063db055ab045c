#!/usr/bin/env python3
"""Disturbs runs of a lesson and looks whether anything is lost.

soak-store.py LESSONS-PROGRAM [--seed N] [--kills N] [--lesson NAME]

Killed at random moments: `Output/` has to stay readable, and the next run has to give what an undisturbed one gives.
Files that may not grow, a full disk, a folder that may not be written to: a clear error or none, what was there stays,
and the next run gives the same. Two runs at once, ten times: both right.
"""
import argparse, json, os, random, resource, shutil, signal, subprocess, sys, tempfile, time

options = argparse.ArgumentParser()
options.add_argument("program")
options.add_argument("--seed", type=int, default=random.randrange(1 << 30))
options.add_argument("--kills", type=int, default=50)
options.add_argument("--lesson", default="lesson5")
options = options.parse_args()
program = os.path.abspath(options.program)
draw = random.Random(options.seed)
print(f"seed {options.seed}")
problems = 0


def fail(text):
    global problems
    problems += 1
    print("FAILED", text)
    sys.stdout.flush()


def command(*arguments):
    return [program, "run", options.lesson, "-q", *arguments]


def results(folder):
    """The bytes of every result in a folder, pages left out; {} where there is no whole record."""
    try:
        json.load(open(f"{folder}/record.json"))
    except (OSError, ValueError):
        return {}
    return {name: open(f"{folder}/{name}", "rb").read() for name in os.listdir(folder) if name == "record.json" or name.endswith("png")}


def project(folder):
    os.makedirs(f"{folder}/Lessons")
    shutil.copy(f"Lessons/{options.lesson}.md", f"{folder}/Lessons/")
    return folder


with tempfile.TemporaryDirectory() as top:
    whole = project(f"{top}/whole")
    start = time.monotonic()
    subprocess.run(command(), cwd=whole, check=True, stdout=subprocess.DEVNULL)
    seconds = time.monotonic() - start
    right = results(f"{whole}/Output/{options.lesson}")
    if not right:
        sys.exit("an undisturbed run gave no record")

    def check(folder, what):
        done = subprocess.run(command(), cwd=folder, capture_output=True, text=True)
        if done.returncode != 0:
            fail(f"{what}: the next run ended with {done.returncode}: {done.stdout}{done.stderr}")
        elif results(f"{folder}/Output/{options.lesson}") != right:
            fail(f"{what}: the next run gave something else")

    # Killed.
    killed = project(f"{top}/killed")
    for number in range(options.kills):
        if number % 10 == 0:
            shutil.rmtree(f"{killed}/.lessons", ignore_errors=True)
        arguments = ["--fresh"] if draw.random() < 0.5 else []
        run = subprocess.Popen(command(*arguments), cwd=killed, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        moment = draw.random() * seconds * 1.1
        try:
            run.wait(moment)
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
            run.wait()
        output = f"{killed}/Output/{options.lesson}"
        if os.path.isdir(output) and results(output) != right:
            fail(f"killed after {moment:.2f} s: Output does not hold a whole record")
        check(killed, f"killed after {moment:.2f} s")
        shutil.rmtree(f"{killed}/Output") if draw.random() < 0.3 else None
    print(f"killed {options.kills} times")

    # Files that may not grow beyond some size.
    for limit in [0, 1000, 20_000, 200_000]:
        folder = project(f"{top}/limit{limit}")

        def bound(limit=limit):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        done = subprocess.run(command(), cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=bound)
        if done.returncode not in (0, 1):
            fail(f"files of at most {limit} bytes: exit {done.returncode}: {done.stderr}")
        if done.returncode == 1 and "cannot write" not in done.stderr:
            fail(f"files of at most {limit} bytes: no clear error: {done.stdout}{done.stderr}")
        check(folder, f"files of at most {limit} bytes")
    print("files that may not grow")

    # A full disk and a folder that may not be written to, in a name space of their own where that is allowed.
    def mounted(mount, what):
        folder = project(f"{top}/{what}")
        subprocess.run(command(), cwd=folder, check=True, stdout=subprocess.DEVNULL)
        before = results(f"{folder}/Output/{options.lesson}")
        script = mount + ' && exec "$@"'
        done = subprocess.run(
            ["unshare", "-m", "bash", "-c", script, "_", *command("--fresh")], cwd=folder, capture_output=True, text=True)
        if "unshare" in done.stderr or "mount:" in done.stderr:
            print(f"{what}: not tried, this user may not mount")
            return
        if done.returncode not in (0, 1) or "cannot write" not in done.stderr:
            fail(f"{what}: exit {done.returncode}, no clear error: {done.stdout}{done.stderr}")
        if results(f"{folder}/Output/{options.lesson}") != before:
            fail(f"{what}: what was there is lost")
        check(folder, what)
        print(what)

    mounted("mount -t tmpfs -o size=200k none .lessons", "the store's disk is full")
    mounted("mount -t tmpfs -o size=300k none Output", "the results' disk is full")
    mounted("mount --bind . . && mount -o remount,ro,bind . && cd .", "a read-only folder")

    # Two at once.
    for number in range(10):
        folder = project(f"{top}/both{number}")
        runs = [
            subprocess.Popen(command("--output", f"{folder}/{output}"), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            for output in ("Output", "Other")
        ]
        for run in runs:
            run.wait()
            if run.returncode != 0:
                fail(f"two at once: exit {run.returncode}: {run.stderr.read()}")
        for output in ("Output", "Other"):
            if results(f"{folder}/{output}/{options.lesson}") != right:
                fail(f"two at once: {output} holds something else")
        shutil.rmtree(folder)
    print("two runs at once, ten times")

sys.exit(1 if problems else 0)
