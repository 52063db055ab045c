#!/usr/bin/env python3
"""Records reference results for the parity tests anew: the cases of a folder, with other inputs in other sizes.

record-parity.py FOLDER --check
record-parity.py FOLDER NEW-FOLDER --seed N [--growth G]    (needs torch and safetensors)

A folder holds parity.json and parity.safetensors. --check computes every case of FOLDER from its own inputs and names
what differs from its results by more than the case's tolerance. Otherwise NEW-FOLDER gets the same cases: a length n
becomes another between n/2 and G n (2 n without G), the same one wherever the axis is the same, and inputs and upstream
gradients are drawn within the ranges that they have in FOLDER; again, where float32 is not enough for the tolerance.
PyTorch computes in float64; float32 is stored. To run the tests on it:
LESSONS_FIXTURES=NEW-FOLDER swift test -c release --skip-build --filter Parity
"""
import argparse, json, math, os, sys
import torch
from safetensors.torch import load_file, save_file
from parity_reference import results

torch.set_num_threads(1)

# Axes by name, input by input; "<" is what the indices of an input stay below, a bound for each column where there are
# several. A name that is also an attribute stands for it. Cases that are not here name their axes by their lengths.
BATCHES = "steps batch <users, steps batch <items, steps batch"
CHARACTERS = "steps batch length <letters, steps batch <letters"
SIGNATURES = {
    "index_select": "rows width, picks <rows",
    "gather": "rows columns, rows picks <columns",
    "one_hot": "count <classes",
    "conv2d": "batch channels height width, filters channels kernel kernel, filters",
    "embedding": "batch length <rows, rows width",
    "nll": "batch classes, batch <classes",
    "cross_entropy": "batch classes, batch <classes",
    "nll_seq": "length batch classes, batch length <classes",
    "embedding_dot_bias": f"users factors, items factors, users 1, items 1, {BATCHES}",
    "embedding_dot": f"users factors, items factors, {BATCHES}",
    "embedding_net": f"users f, items g, hidden f+g, hidden, 1 hidden, 1, {BATCHES}",
    "char_loop": f"letters width, hidden width, hidden, hidden hidden, hidden, letters hidden, letters, {CHARACTERS}",
    "char_loop_concat":
        f"letters width, hidden hidden+width, hidden, hidden hidden, hidden, letters hidden, letters, {CHARACTERS}",
    "char_seq_rnn":
        "letters width, hidden width, hidden hidden, hidden, hidden, letters hidden, letters, "
        "steps batch length <letters, steps batch length <letters",
    "mixed_input":
        "a u, b v, c w, numbers, numbers, hidden u+v+w+numbers, hidden, hidden, hidden, 1 hidden, 1, "
        "steps batch 3 <a b c, steps batch numbers, steps batch",
    "mnist_nn": "hidden pixels, hidden, classes hidden, classes, steps batch pixels, steps batch <classes",
}
GATES = {"rnn_tanh": 1, "gru": 3, "lstm": 4}


# MARK: Checking a folder


def difference(case, found, wanted, part):
    """What is wrong with a result, nothing where it is within a part of the tolerance of the case."""
    if found.shape != wanted.shape:
        return f"shape {list(found.shape)}, recorded {list(wanted.shape)}"
    found, wanted = found.double().flatten(), wanted.double().flatten()
    excess = (found - wanted).abs() - part * (case["atol"] + case["rtol"] * wanted.abs())
    outside = ~(excess <= 0) & (found != wanted)
    if not outside.any():
        return None
    worst = int(excess.nan_to_num(math.inf).argmax())
    return f"element {worst} is {found[worst]}, recorded {wanted[worst]}"


def differences(case, outputs, gradients, wanted, part=1):
    """What is wrong with the results of a case; `wanted` gives what stands under a key."""
    if case["op"] == "pca":
        # A component is determined up to its sign.
        outputs[0] = outputs[0] * (outputs[0] * wanted[case["outputs"][0]]).sum(1, keepdim=True).sign()
    keys = [*case["outputs"], *(case.get("grads") or [])]
    found = zip(keys, [*outputs, *gradients], strict=True)
    return [
        f"{case['name']}: {key}: {text}"
        for key, value in found
        if key and (text := "no gradient" if value is None else difference(case, value, wanted[key], part))
    ]


def check(contents, tensors):
    problems = 0
    for case in contents["cases"]:
        inputs = [tensors[key] for key in case["inputs"]]
        wrong = differences(case, *results(case, inputs, lambda k, _: tensors[case["upstream"][k]]), tensors)
        problems += bool(wrong)
        for text in wrong:
            print(text)
    print(f"{len(contents['cases']) - problems} of {len(contents['cases'])} cases agree")
    return problems == 0


# MARK: Recording a folder


class Recorder:
    """Draws the inputs of cases like given ones."""

    def __init__(self, seed):
        self.generator = torch.Generator().manual_seed(seed)
        self.growth = 2

    def whole(self, low, high):
        """A whole number from low to high, both included."""
        return int(torch.randint(low, high + 1, (), generator=self.generator))

    def length(self, n, least, taken):
        """Another length than n, if there is one that no other axis has."""
        low = max(2, least, (n + 1) // 2)
        choices = [k for k in range(low, max(low + 1, self.growth * n) + 1) if k != n]
        return self.pick([k for k in choices if k not in taken] or choices)

    def pick(self, choices):
        return choices[self.whole(0, len(choices) - 1)]

    def numbers(self, like, shape):
        """Numbers in the range of `like`; what is an identity or constant there is one again."""
        low, high = like.min(), like.max()
        if like.dim() == 2 and len(like) > 1 and torch.equal(like, torch.eye(*like.shape)):
            return torch.eye(*shape)
        drawn = torch.rand(shape, generator=self.generator)
        if like.numel() == 1:
            return (like.reshape(()) * (0.5 + 1.5 * drawn)).reshape(shape)
        return low + (high - low) * drawn

    def moved(self, x):
        """The numbers of x, each at most a unit in the last place away."""
        return x * (1 + 2**-23 * torch.randint(-1, 2, x.shape, generator=self.generator))

    def indices(self, shape, bounds):
        columns = [torch.randint(0, n, shape, generator=self.generator) for n in bounds]
        return columns[0] if len(columns) == 1 else torch.stack([x[..., k] for k, x in enumerate(columns)], -1)

    def spread(self, like, shape):
        """A table whose centred columns have the singular values of `like`, so that its components are as distinct."""
        singular = torch.linalg.svdvals(like.double() - like.double().mean(1, keepdim=True))
        rank = min(shape[0], shape[1] - 1, len(singular) - 1)

        def directions(count):
            x = torch.randn(count, rank, generator=self.generator, dtype=torch.float64)
            return torch.linalg.qr(x - x.mean(0)).Q if count == shape[1] else torch.linalg.qr(x).Q

        left, right = directions(shape[0]), directions(shape[1])
        return (left * singular[:rank] @ right.t()).float()

    def case(self, case, inputs):
        """The case in other sizes, and its inputs."""
        attrs = dict(case["attrs"])
        if case["group"] == "schedule":
            return {**case, "attrs": self.schedule(attrs)}, []
        axes = Axes(case, inputs)
        lengths = {}
        for name, n in axes.lengths.items():
            lengths[name] = self.length(n, axes.least, lengths.values())
        if case["op"] == "conv2d":
            lengths["kernel"] = min(lengths["kernel"], lengths["height"], lengths["width"])
        attrs.update({name: n for name, n in lengths.items() if isinstance(attrs.get(name), int)})
        if case["op"] == "expand":
            attrs["shape"] = axes.shape(axes.expanded, lengths)
        drawn = []
        for like, names, bounds in zip(inputs, axes.names, axes.bounds):
            shape = axes.shape(names, lengths)
            if not like.is_floating_point():
                drawn.append(self.indices(shape, [lengths[name] for name in bounds]))
            elif case["op"] == "pca":
                drawn.append(self.spread(like, shape))
            else:
                drawn.append(self.numbers(like, shape))
        return {**case, "attrs": attrs}, drawn

    def schedule(self, attrs):
        for key in ("steps", "steps_per_epoch"):
            if key in attrs:
                attrs[key] = self.length(attrs[key], 2, ())
        for key, choices in (("cycle_len", (1, 2, 3)), ("cycle_mult", (1, 2, 3)), ("cycles", (2, 3, 4))):
            if key in attrs:
                attrs[key] = self.pick(choices)
        return attrs


class Axes:
    """The axes of a case's inputs by name."""

    def __init__(self, case, inputs):
        op, attrs = case["op"], case["attrs"]
        named = lambda shape: ["1" if n == 1 else f"n{n}" for n in shape]
        if op in GATES:
            signature = recurrent_signature(GATES[op], attrs["layers"])
        else:
            signature = SIGNATURES.get(op) or ", ".join(" ".join(named(x.shape)) for x in inputs)
        parts = [part.partition("<") for part in signature.split(",")]
        self.names = [axes.split() for axes, _, _ in parts]
        self.bounds = [bounds.split() for _, _, bounds in parts]
        self.expanded = named(attrs["shape"]) if op == "expand" else []
        self.lengths = {}
        for axes, n in zip(self.names + [self.expanded], [*(x.shape for x in inputs), attrs.get("shape")]):
            self.lengths.update({name: k for name, k in zip(axes, n or []) if name.isidentifier()})
        self.lengths.update({name: attrs[name] for bounds in self.bounds for name in bounds if name in attrs})
        if [self.shape(axes, self.lengths) for axes in self.names] != [list(x.shape) for x in inputs]:
            sys.exit(f"{case['name']}: the shapes of the inputs are not {signature}")
        # Indices, ends of slices and windows have to stay inside.
        fixed = {key: value for key, value in attrs.items() if key not in self.lengths and key != "shape"}
        self.least = 1 + max(whole_numbers(fixed), default=0)

    @staticmethod
    def shape(names, lengths):
        """Lengths of axes that are named, numbers, or sums and products of these."""
        value = lambda name: int(name) if name.isdigit() else lengths[name]
        return [sum(math.prod(map(value, term.split("*"))) for term in name.split("+")) for name in names]


def recurrent_signature(gates, layers):
    parts = ["steps batch width", f"{layers} batch hidden"]
    for layer in range(layers):
        rows = f"{gates}*hidden"
        parts += [f"{rows} {'hidden' if layer else 'width'}", f"{rows} hidden", rows, rows]
    return ", ".join(parts)


def whole_numbers(value):
    """The integers in attributes, at any depth."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [n for part in value for n in whole_numbers(part)]
    return [value] if isinstance(value, int) and not isinstance(value, bool) else []


def recorded(recorder, given, like):
    """A case drawn like a given one, and what stands under its keys."""
    case, inputs = recorder.case(given, [like[key] for key in given["inputs"]])
    arriving = []

    def upstream(k, output):
        arriving.append(recorder.numbers(like[case["upstream"][k]], output.shape))
        return arriving[k]

    outputs, gradients = results(case, inputs, upstream)
    keys = [*case["inputs"], *case["outputs"], *(case.get("grads") or []), *(case.get("upstream") or [])]
    stored = dict(zip(keys, [*inputs, *outputs, *gradients, *arriving], strict=True))
    stored.pop(None, None)
    return case, {key: x.detach().float() if x.is_floating_point() else x for key, x in stored.items()}


def is_steady(case, stored, recorder):
    """Whether PyTorch's own float32 comes within a third of the tolerance, from inputs that are moved by a rounding.

    Where it does not (a ReLU that is all but 0 in a training, a recurrence that grows, components with all but equal
    variances), a case would judge roundings instead of the operation.
    """
    inputs = [stored[key] for key in case["inputs"]]
    for _ in range(4):
        moved = [recorder.moved(x) if x.is_floating_point() else x for x in inputs]
        found = results(case, moved, lambda k, _: stored[case["upstream"][k]], torch.float32)
        if differences(case, *found, stored, part=1 / 3):
            return False
    return all(x.isfinite().all() for x in stored.values())


def record(contents, tensors, folder, seed, growth):
    recorder = Recorder(seed)
    cases, all_stored = [], {}
    for given in contents["cases"]:
        for recorder.growth in (g for g in range(growth, 1, -1) for _ in range(20)):
            case, stored = recorded(recorder, given, tensors)
            if is_steady(case, stored, recorder):
                break
        else:
            sys.exit(f"{given['name']}: no inputs found in such sizes that float32 can tell from roundings")
        cases.append(case)
        all_stored.update({key: x.contiguous().clone() for key, x in stored.items()})
    os.makedirs(folder, exist_ok=True)
    save_file(all_stored, os.path.join(folder, "parity.safetensors"))
    with open(os.path.join(folder, "parity.json"), "w") as file:
        json.dump({**contents, "torch": torch.__version__, "seed": seed, "cases": cases}, file, indent=1)
    print(f"seed {seed}: {len(cases)} cases in {folder}")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", help="recorded cases")
    options.add_argument("new", nargs="?", help="where the new ones go")
    options.add_argument("--check", action="store_true", help="compare the results of FOLDER with PyTorch's")
    options.add_argument("--seed", type=int)
    options.add_argument("--growth", type=int, default=2, help="how many times longer an axis may become (2)")
    options = options.parse_args()
    with open(os.path.join(options.folder, "parity.json")) as file:
        contents = json.load(file)
    tensors = load_file(os.path.join(options.folder, "parity.safetensors"))
    if options.check:
        sys.exit(0 if check(contents, tensors) else 1)
    if options.new is None or options.seed is None or options.growth < 2:
        sys.exit("record-parity.py FOLDER NEW-FOLDER --seed N [--growth G], or FOLDER --check")
    record(contents, tensors, options.new, options.seed, options.growth)


if __name__ == "__main__":
    main()
