#!/usr/bin/env python3
"""Writes Tests/TensorsTests/References/elementary-functions.tsv: exact values of the elementary functions.

usage: elementary-functions.py > Tests/TensorsTests/References/elementary-functions.tsv    (needs mpmath)

A line is: function, arguments (float32, as hexadecimal bit patterns), and the exact result rounded to a double. mpmath
computes with 80 digits. The arguments are the edges of each function (zeros, infinities, NaN, subnormal numbers, where
it overflows or underflows, the floats nearest to multiples of pi/2) and numbers spread over all exponents.
"""
import math, random, struct
import mpmath as mp

mp.mp.dps = 80
random.seed(20)
bits = lambda x: struct.unpack("<I", struct.pack("<f", x))[0]
of_bits = lambda b: struct.unpack("<f", struct.pack("<I", b))[0]
single = lambda x: of_bits(bits(float(x)))
INF, NAN, MAX, TINY, MIN = float("inf"), float("nan"), of_bits(0x7F7FFFFF), of_bits(1), of_bits(0x00800000)


def around(*values, reach=2):
    return [of_bits(bits(v) + d) for v in values for d in range(-reach, reach + 1)]


def both(values):
    return [s * v for v in values for s in (1, -1)]


def spread(low, high, count):
    """Floats with exponents evenly between those of low and high."""
    a, b = bits(low), bits(high)
    return [of_bits(random.randint(a, b)) for _ in range(count)]


def quarters():
    """The floats nearest to multiples of pi/2, among them the one that comes nearest of all."""
    near = [k * mp.pi / 2 for k in list(range(1, 9)) + [11, 64, 1000, 12345, 100003]]
    return [single(v) for v in near] + [16367173.0 * 2.0 ** 72]


edges = [0.0, -0.0, INF, -INF, NAN] + both([TINY, of_bits(0x00012345), MIN, 1.0, MAX])
wide = both(spread(1e-42, MAX, 24))
sigmoid = lambda x: 1 / (1 + mp.exp(-x))
phi = lambda x: mp.ncdf(x)
functions = {
    "exp": (mp.exp, edges + around(88.72283905, -87.33654, -103.97208, reach=2) + both(spread(1e-6, 90, 40))),
    "expm1": (mp.expm1, edges + around(88.72283905, -17.3, reach=2) + both(spread(1e-10, 88, 40))),
    "log": (mp.log, edges + around(1.0, 2.0, 0.5) + spread(TINY, MAX, 50)),
    "log1p": (mp.log1p, edges + around(-1.0, 1.0, 1e-3, -0.5) + both(spread(1e-10, 0.99, 25)) + spread(1, MAX, 20)),
    "log2": (lambda x: mp.log(x, 2), edges + around(1.0, 2.0, 8.0, 0.125) + spread(TINY, MAX, 40)),
    "log10": (mp.log10, edges + around(1.0, 10.0, 1000.0) + spread(TINY, MAX, 40)),
    "sqrt": (mp.sqrt, edges + spread(TINY, MAX, 40)),
    "rsqrt": (lambda x: 1 / mp.sqrt(x), edges + spread(TINY, MAX, 40)),
    "reciprocal": (lambda x: 1 / x, edges + both(spread(1e-37, 1e37, 20))),
    "tanh": (mp.tanh, edges + around(9.01, 0.347, reach=2) + both(spread(1e-10, 12, 40))),
    "sigmoid": (sigmoid, edges + around(-87.33654, -103.97208, 17.0, reach=2) + both(spread(1e-6, 90, 40))),
    "sin": (mp.sin, edges + both(quarters()) + both(spread(1e-10, 100, 25)) + wide),
    "cos": (mp.cos, edges + both(quarters()) + both(spread(1e-10, 100, 25)) + wide),
    "tan": (mp.tan, edges + both(quarters()) + both(spread(1e-10, 100, 25)) + wide),
    "atan": (mp.atan, edges + around(1.0, 2.414213) + both(spread(1e-10, 1e10, 30)) + wide),
    "erf": (mp.erf, edges + around(3.9, 1.0, 0.5) + both(spread(1e-10, 5, 40))),
    "softplus": (lambda x: mp.log1p(mp.exp(x)), edges + around(20.0, -87.33654, reach=2) + both(spread(1e-6, 100, 40))),
    "gelu": (lambda x: x * phi(x), edges + both(spread(1e-10, 12, 40))),
}
pairs = {
    "pow": (mp.power, [(x, y) for x in spread(1e-30, 1e30, 12) + [0.5, 1.0, 2.0, 10.0] for y in (-3.7, -1.0, -0.5, 0.0, 0.3, 1.0, 2.7, 10.0)]
            + [(-2.0, 3.0), (-2.0, 2.0), (-8.0, -1.0), (1.0000001, 1e7), (0.9999999, -1e7), (0.0, 2.0), (2.0, 127.99), (2.0, -140.3)]),
    "atan2": (mp.atan2, [(y, x) for y in both(spread(1e-20, 1e20, 6)) for x in both(spread(1e-20, 1e20, 6))]
              + [(0.0, 1.0), (0.0, -1.0), (1.0, 0.0), (-1.0, 0.0)]),
}
# What mpmath does not say at the ends: the limits, and where there is none, NaN.
limits = {
    "exp": {INF: INF, -INF: 0.0}, "expm1": {INF: INF, -INF: -1.0}, "log": {INF: INF, 0.0: -INF}, "log1p": {INF: INF, -1.0: -INF},
    "log2": {INF: INF, 0.0: -INF}, "log10": {INF: INF, 0.0: -INF}, "sqrt": {INF: INF}, "rsqrt": {INF: 0.0},
    "reciprocal": {INF: 0.0, -INF: -0.0}, "tanh": {INF: 1.0, -INF: -1.0}, "sigmoid": {INF: 1.0, -INF: 0.0},
    "atan": {INF: float(mp.pi / 2), -INF: -float(mp.pi / 2)}, "erf": {INF: 1.0, -INF: -1.0}, "softplus": {INF: INF, -INF: 0.0},
    "gelu": {INF: INF},
}
# At zero the sign of the argument stays, or decides the infinity.
odd_at_zero = {"expm1", "log1p", "sqrt", "tanh", "sin", "tan", "atan", "erf", "gelu"}


def value(name, function, x):
    if x != x:
        return NAN
    if x in limits.get(name, {}):
        return limits[name][x]
    if abs(x) == INF:
        return NAN
    if x == 0 and name in odd_at_zero:
        return x
    if x == 0 and name in ("reciprocal", "rsqrt"):
        return math.copysign(INF, x)
    exact = function(mp.mpf(x))
    if isinstance(exact, mp.mpc):
        return NAN
    return float(exact)


print("# Written by Scripts/elementary-functions.py with mpmath %s." % mp.__version__)
for name, (function, xs) in functions.items():
    seen = set()
    for x in xs:
        if bits(x) in seen or (name == "gelu" and x == -INF):
            continue
        seen.add(bits(x))
        print("%s\t%08x\t%r" % (name, bits(x), value(name, function, x)))
for name, (function, xs) in pairs.items():
    for a, b in xs:
        a, b = single(a), single(b)
        print("%s\t%08x %08x\t%r" % (name, bits(a), bits(b), float(mp.re(function(mp.mpf(a), mp.mpf(b))))))
