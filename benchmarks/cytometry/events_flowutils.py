"""FlowIO and FlowUtils, the engine of FlowKit: read, compensate, logicle, polygon gate, six 2-D histograms."""
import numpy as np
from flowio import FlowData
from flowutils import compensate, gating, transforms

from peer_common import bin_columns, count_pairs, run, scale, scatter, vertices


def per_file(path):
    flow = FlowData(path)
    events = flow.as_array()
    spill, channels = matrix_of(flow)
    events = compensate.compensate(events, spill, channels)
    events = transforms.logicle(events, channels, **scale)
    gate = gating.points_in_polygon(vertices, np.ascontiguousarray(events[:, scatter]))
    gated = events[gate]
    return len(gated), count_pairs([bin_columns(gated[:, channel]) for channel in channels])


def matrix_of(flow):
    words = flow.text["spillover"].split(",")
    size = int(words[0])
    names = [flow.channels[i + 1]["pnn"] for i in range(flow.channel_count)]
    channels = [names.index(name) for name in words[1 : size + 1]]
    return np.array([float(word) for word in words[size + 1 :]]).reshape(size, size), channels


run(per_file)
