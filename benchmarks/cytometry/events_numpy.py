"""NumPy by hand, in blocks: float32 product, then the logicle by np.interp (argument interp) or by the float's bits (bits)."""
import sys

import numpy as np

mode = sys.argv.pop(1)
from flowutils import transforms  # noqa: E402

from peer_common import bin_columns, bins, count_pairs, inside, keywords, pairs, run, scale, scatter  # noqa: E402

block = 16384
exact = lambda x: transforms.logicle(np.asarray(x, dtype=np.float64), None, **scale)


def knots():
    """8,192 knots, even on the display."""
    places = np.linspace(-0.6, 1.1, 8192)
    grid = np.sinh(np.linspace(np.arcsinh(-1e5), np.arcsinh(1e6), 400_001))
    x = np.interp(places, exact(grid), grid)
    return x.astype(np.float32), exact(x).astype(np.float32)


low = np.int32((127 - 8) << 23)
high = np.int32((127 + 21) << 23)


def pieces():
    """a and b of a + b x for sign, exponent and 8 mantissa bits."""
    start = np.arange(low, high + 1, 1 << 15, dtype=np.int32)
    x0 = start.view(np.float32).astype(np.float64)
    x1 = (start + (1 << 15)).view(np.float32).astype(np.float64)
    x0[0] = 0
    lines = []
    for sign in (1, -1):
        y0, y1 = exact(sign * x0), exact(sign * x1)
        b = (y1 - y0) / (sign * (x1 - x0))
        lines.append((y0 - b * sign * x0, b))
    a = np.concatenate([lines[0][0], lines[1][0]]).astype(np.float32)
    b = np.concatenate([lines[0][1], lines[1][1]]).astype(np.float32)
    return a, b, np.int32(len(start))


if mode == "interp":
    knots_x, knots_y = knots()
else:
    piece_a, piece_b, half = pieces()


def to_display(x):
    if mode == "interp":
        return np.interp(x, knots_x, knots_y)
    raw = x.view(np.int32)
    index = raw & np.int32(0x7FFFFFFF)
    np.clip(index, low, high, out=index)
    index -= low
    index >>= 15
    index += (raw >> 31) & half
    y = piece_b.take(index)
    y *= x
    y += piece_a.take(index)
    return y


def per_file(path):
    begin, events, parameters, channels, spill = keywords(path)
    inverse = np.linalg.inv(spill).astype(np.float32)
    raw = np.memmap(path, dtype=">f4", mode="r", offset=begin, shape=(events, parameters))
    contiguous = channels == list(range(channels[0], channels[-1] + 1))
    gated = 0
    sums = [np.zeros((bins, bins), dtype=np.int64) for _ in pairs]
    for first in range(0, events, block):
        part = raw[first : first + block].astype(np.float32)
        gate = inside(part[:, scatter[0]], part[:, scatter[1]])
        chosen = part[gate]
        colours = chosen[:, channels[0] : channels[-1] + 1] if contiguous else chosen[:, channels]
        true = np.ascontiguousarray((colours @ inverse).T)
        gated += len(chosen)
        columns = bin_columns(to_display(true))
        for total, counts in zip(sums, count_pairs(columns)):
            total += counts
    return gated, sums


run(per_file)
