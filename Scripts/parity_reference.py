"""What PyTorch makes of the cases of the parity tests. record-parity.py is the program."""
import math, sys
import torch
import torch.nn.functional as F


def along(whole, part=None):
    """A reduction of everything, or along the attribute `dim`."""

    def reduced(x, dim=None, keepdim=False):
        return whole(x) if dim is None else (part or whole)(x, dim=dim, keepdim=keepdim)

    return reduced


def slices(x, ranges):
    return x[tuple(slice(*r) for r in ranges)]


def shared(x):
    return x * ((x * x).sum() + x.sum())


def recurrent(kind):
    def run(x, h, *weights, layers, hidden, note=None):
        module = kind(x.shape[2], hidden, num_layers=layers, dtype=x.dtype)
        names = [name for name, _ in module.named_parameters()]
        start = (h, torch.zeros_like(h)) if kind is torch.nn.LSTM else h
        output, last = torch.func.functional_call(module, dict(zip(names, weights)), (x, start))
        return (output, *last) if kind is torch.nn.LSTM else (output, last)

    return run


def batch_norm(x, weight, bias, mean, variance, training, momentum, eps, outputs):
    mean, variance = mean.clone(), variance.clone()
    return F.batch_norm(x, mean, variance, weight, bias, training, momentum, eps), mean, variance


def nll_seq(x, target, note=None):
    return F.nll_loss(F.log_softmax(x, -1).flatten(0, 1), target.t().flatten())


def one_cycle(steps, lr_max, div, div_final, pct_start, moms, note=None):
    """fastai's: half cosines up to the highest rate and down again, the momentum the other way round."""

    def cosine(start, end, position):
        return start + (end - start) * (1 - math.cos(math.pi * position)) / 2

    def values(low, high, end):
        positions = [i / steps for i in range(steps)]
        return [
            cosine(low, high, p / pct_start) if p < pct_start else cosine(high, end, (p - pct_start) / (1 - pct_start))
            for p in positions
        ]

    return torch.tensor(values(lr_max / div, lr_max, lr_max / div_final)), torch.tensor(values(*moms))


def sgdr(steps_per_epoch, cycle_len, cycle_mult, cycles, lr_max):
    lengths = [steps_per_epoch * cycle_len * cycle_mult**k for k in range(cycles)]
    return torch.tensor([lr_max * (1 + math.cos(math.pi * i / n)) / 2 for n in lengths for i in range(n)])


def pca(table, n, note=None):
    """scikit-learn's PCA(n).fit(table.T): components_ (up to the sign of each row), explained_variance_ratio_."""
    samples = table.t() - table.t().mean(0)
    _, singular, directions = torch.linalg.svd(samples, full_matrices=False)
    return directions[:n], (singular**2 / (singular**2).sum())[:n]


OPERATIONS = {
    "add": torch.add, "sub": torch.sub, "mul": torch.mul, "div": torch.div,
    "maximum": torch.maximum, "minimum": torch.minimum, "neg": torch.neg, "exp": torch.exp, "log": torch.log,
    "sqrt": torch.sqrt, "abs": torch.abs, "tanh": torch.tanh, "sigmoid": torch.sigmoid, "relu": torch.relu,
    "square": torch.square, "sin": torch.sin, "cos": torch.cos, "softplus": F.softplus, "gelu": F.gelu,
    "pow": torch.pow, "clamp": torch.clamp,
    "sum": along(torch.sum), "mean": along(torch.mean), "var": along(torch.var), "std": along(torch.std),
    "max": along(torch.max, torch.amax), "min": along(torch.min, torch.amin),
    "logsumexp": along(lambda x: x.flatten().logsumexp(0), torch.logsumexp),
    "argmax": torch.argmax, "argmin": torch.argmin, "argsort": torch.argsort, "cumsum": torch.cumsum,
    "softmax": torch.softmax, "log_softmax": torch.log_softmax,
    "matmul": torch.matmul, "matmul_nt": lambda x, y: x @ y.t(), "matmul_tn": lambda x, y: x.t() @ y,
    "outer": torch.outer,
    "transpose": lambda x, dims: x.transpose(*dims), "permute": torch.permute,
    "reshape": lambda x, shape: x.t().reshape(shape),
    "cat": lambda *x, dim: torch.cat(x, dim), "stack": lambda *x, dim: torch.stack(x, dim),
    "slice": slices, "select": torch.select, "index_select": lambda x, i: x[i],
    "gather": lambda x, i, dim: x.gather(dim, i),
    "expand": lambda x, shape: x.expand(shape), "squeeze": torch.squeeze, "unsqueeze": torch.unsqueeze,
    "where": lambda x, y: torch.where(x > 0, x, y), "norm": torch.linalg.vector_norm,
    "cosine_similarity": F.cosine_similarity, "one_hot": lambda x, classes: F.one_hot(x, classes).float(),
    "conv2d": F.conv2d, "max_pool2d": lambda x, kernel: F.max_pool2d(x, kernel),
    "adaptive_avg_pool2d": lambda x, size: F.adaptive_avg_pool2d(x, size), "shared": shared,
    "linear": F.linear, "embedding": F.embedding, "rnn_tanh": recurrent(torch.nn.RNN), "gru": recurrent(torch.nn.GRU),
    "lstm": recurrent(torch.nn.LSTM), "batch_norm": batch_norm,
    "layer_norm": lambda x, weight, bias, eps: F.layer_norm(x, weight.shape, weight, bias, eps),
    "mse": F.mse_loss, "l1": F.l1_loss, "nll": lambda x, target, note=None: F.nll_loss(F.log_softmax(x, 1), target),
    "cross_entropy": F.cross_entropy, "bce_with_logits": F.binary_cross_entropy_with_logits, "nll_seq": nll_seq,
    "one_cycle": one_cycle, "sgdr": sgdr, "pca": pca,
}
OPTIMIZERS = {
    "sgd": torch.optim.SGD, "sgd_momentum": torch.optim.SGD, "sgd_momentum_wd": torch.optim.SGD,
    "sgd_nesterov": torch.optim.SGD, "rmsprop": torch.optim.RMSprop, "adam": torch.optim.Adam,
    "adam_wd": torch.optim.Adam, "adamw": torch.optim.AdamW, "adagrad": torch.optim.Adagrad,
}


# MARK: The models of the trainings: the loss of a batch


def within(x, y_range):
    low, high = y_range
    return torch.sigmoid(x) * (high - low) + low


def embedding_dot_bias(p, batch, attrs):
    users, items, ratings = batch
    score = (p[0][users] * p[1][items]).sum(1) + p[2][users][:, 0] + p[3][items][:, 0]
    return F.mse_loss(within(score, attrs["y_range"]), ratings)


def embedding_dot(p, batch, attrs):
    users, items, ratings = batch
    return F.mse_loss((p[0][users] * p[1][items]).sum(1), ratings)


def embedding_net(p, batch, attrs):
    users, items, ratings = batch
    hidden = F.relu(F.linear(torch.cat([p[0][users], p[1][items]], 1), p[2], p[3]))
    return F.mse_loss(within(F.linear(hidden, p[4], p[5]), attrs["y_range"])[:, 0], ratings)


def char_loop(p, batch, attrs):
    return characters(p, batch, lambda h, letter: h + F.relu(F.linear(letter, p[1], p[2])))


def char_loop_concat(p, batch, attrs):
    return characters(p, batch, lambda h, letter: F.relu(F.linear(torch.cat([h, letter], 1), p[1], p[2])))


def characters(p, batch, joined):
    text, following = batch
    h = torch.zeros(len(text), len(p[3]), dtype=p[3].dtype)
    for column in text.t():
        h = torch.tanh(F.linear(joined(h, p[0][column]), p[3], p[4]))
    return F.cross_entropy(F.linear(h, p[5], p[6]), following)


def char_seq_rnn(p, batch, attrs):
    text, following = batch
    h = torch.zeros(1, len(text), len(p[2]), dtype=p[2].dtype)
    output, _ = OPERATIONS["rnn_tanh"](p[0][text.t()], h, *p[1:5], layers=1, hidden=len(p[2]))
    return F.cross_entropy(F.linear(output, p[5], p[6]).flatten(0, 1), following.t().flatten())


def mixed_input(p, batch, attrs):
    categories, numbers, wanted = batch

    def normalized(x, weight, bias):
        return F.batch_norm(x, None, None, weight, bias, training=True)

    tables = [p[k][categories[:, k]] for k in range(categories.shape[1])]
    x = torch.cat([*tables, normalized(numbers, p[3], p[4])], 1)
    x = normalized(F.relu(F.linear(x, p[5], p[6])), p[7], p[8])
    return F.mse_loss(within(F.linear(x, p[9], p[10]), attrs["y_range"])[:, 0], wanted)


def mnist_nn(p, batch, attrs):
    pixels, digits = batch
    loss = F.cross_entropy(F.linear(F.relu(F.linear(pixels, p[0], p[1])), p[2], p[3]), digits)
    return loss + attrs["l2_in_loss"] * sum((x**2).sum() for x in p)


MODELS = {
    model.__name__: model
    for model in (
        embedding_dot_bias, embedding_dot, embedding_net, char_loop, char_loop_concat, char_seq_rnn, mixed_input,
        mnist_nn,
    )
}


# MARK: Results of a case


def results(case, inputs, upstream, dtype=torch.float64):
    """Outputs and gradients of a case, computed in `dtype`; `upstream` gives the gradient that comes to an output."""

    def converted(x):
        return x.to(dtype) if x.is_floating_point() else x

    op, attrs = case["op"], case["attrs"]
    inputs = [converted(x) for x in inputs]
    table = {"optim": OPTIMIZERS, "train": MODELS}.get(case["group"], OPERATIONS)
    if op not in table:
        sys.exit(f"{case['name']}: the operation {op} is unknown")
    if case["group"] == "optim":
        return [optimized(OPTIMIZERS[op], inputs, attrs)], []
    if case["group"] == "train":
        return trained(MODELS[op], inputs, case), []
    keys = case.get("grads") or []
    leaves = [x for x, key in zip((x for x in inputs if x.is_floating_point()), keys) if key]
    for x in leaves:
        x.requires_grad_()
    outputs = OPERATIONS[op](*inputs, **attrs)
    outputs = list(outputs) if isinstance(outputs, tuple) else [outputs]
    arriving = [converted(upstream(k, output)) for k, output in enumerate(outputs[: len(case.get("upstream") or [])])]
    found = torch.autograd.grad(outputs[: len(arriving)], leaves, arriving, allow_unused=True) if leaves else []
    gradients = iter(found)
    return [x.detach() for x in outputs], [next(gradients) if key else None for key in keys]


def optimized(kind, inputs, attrs):
    parameter = torch.nn.Parameter(inputs[0].clone())
    optimizer = kind([parameter], **attrs)
    history = []
    for gradient in inputs[1]:
        parameter.grad = gradient.clone()
        optimizer.step()
        history.append(parameter.detach().clone())
    return torch.stack(history)


def trained(loss_of, inputs, case):
    attrs, count = case["attrs"], case["n_params"]
    parameters = [torch.nn.Parameter(x.clone()) for x in inputs[:count]]
    kind = {"adam": torch.optim.Adam, "sgd": torch.optim.SGD}[attrs["opt"]]
    chosen = {key: attrs[key] for key in ("lr", "weight_decay", "momentum") if key in attrs}
    optimizer = kind(parameters, **chosen)
    losses = []
    for batch in zip(*inputs[count:]):
        optimizer.zero_grad()
        loss = loss_of(parameters, batch, attrs)
        loss.backward()
        optimizer.step()
        losses.append(loss.detach())
    return [torch.stack(losses), *(p.detach() for p in parameters)]
