"""What the Python contenders share: the plan from the command line, timing, and the result file."""
import json
import resource
import sys
import time

import numpy as np

plan = json.loads(sys.argv[1])
result_path = sys.argv[2]
paths = sys.argv[3:]
bins = plan["bins"]
pairs = plan["pairs"]
scatter = plan["scatter"]
vertices = np.array(plan["gate"], dtype=np.float64)
scale = plan["scale"]


def run(per_file):
    """Calls per_file(path), which gives the gated count and six histograms [y, x]; sums those of every tenth file."""
    cpu = time.process_time()
    start = time.perf_counter()
    gated = []
    sums = None
    for i, path in enumerate(paths):
        count, histograms = per_file(path)
        gated.append(int(count))
        if i % 10 == 0:
            if sums is None:
                sums = histograms
            else:
                sums = [total + counts for total, counts in zip(sums, histograms)]
    seconds = time.perf_counter() - start
    cpu = time.process_time() - cpu
    with open(result_path, "wb") as out:
        for counts in sums:
            out.write(counts.astype("<u4").tobytes())
    usage = peak_megabytes()
    print(json.dumps({"seconds": seconds, "cpu": cpu, "gated": gated, "megabytes": usage}))


def peak_megabytes():
    """Peak of the process's own memory; the peak of getrusage holds that of the parent at its start too."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def keywords(path):
    """The few keywords that the NumPy contenders need, from the benchmark's own files."""
    with open(path, "rb") as file:
        text = file.read(4096).decode("latin1")
    words = text[59:].split("|")
    value = lambda name: words[words.index(name) + 1]
    parameters = int(value("$PAR"))
    names = [value(f"$P{i + 1}N") for i in range(parameters)]
    spill = value("$SPILLOVER").split(",")
    size = int(spill[0])
    channels = [names.index(name) for name in spill[1 : size + 1]]
    matrix = np.array([float(word) for word in spill[size + 1 :]]).reshape(size, size)
    return int(value("$BEGINDATA")), int(value("$TOT")), parameters, channels, matrix


def inside(x, y):
    """Crossing-number rule, one edge at a time over whole columns."""
    odd = np.zeros(len(x), dtype=bool)
    for (x0, y0), (x1, y1) in zip(vertices, np.roll(vertices, -1, axis=0)):
        if y0 == y1:
            continue
        crosses = (y < y0) != (y < y1)
        odd ^= crosses & (x < (y - y0) * ((x1 - x0) / (y1 - y0)) + x0)
    return odd


def bin_columns(places):
    """Places of a scaled column in bins 1 ... bins, 0 and bins + 1 holding what is outside."""
    return np.clip(places * bins + 1, 0, bins + 1).astype(np.int32)


def count_pairs(columns):
    """Counts of each pair of binned columns."""
    width = bins + 2
    return [
        np.bincount(columns[y] * width + columns[x], minlength=width * width).reshape(width, width)[1:-1, 1:-1]
        for x, y in pairs
    ]
