"""gseapy.prerank with one thread on the study in argv[1]: prints seconds, processor seconds and peak MB; ES go to argv[2]."""
import json
import resource
import sys
import time

import gseapy
import pandas as pd

study = json.load(open(sys.argv[1]))
frame = pd.DataFrame({"gene": study["ids"], "score": study["scores"]})
sets = {one["id"]: one["genes"] for one in study["sets"]}
start, used = time.perf_counter(), time.process_time()
found = gseapy.prerank(
    rnk=frame, gene_sets=sets, permutation_num=study["permutations"], min_size=15, max_size=500, weight=1, seed=1,
    threads=1, outdir=None, ascending=False, verbose=False,
)
seconds, cpu = time.perf_counter() - start, time.process_time() - used
table = found.res2d
json.dump(dict(zip(table["Term"], map(float, table["ES"]))), open(sys.argv[2], "w"))
print(json.dumps({
    "seconds": seconds,
    "cpu": cpu,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "version": gseapy.__version__,
}))
