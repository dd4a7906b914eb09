"""States what FlowIO reads from the files in fcs-write.golden.json, whose bytes are in base64 under "files".

python3 fcs-write.oracle.py fcs-write.golden.json

The bytes are those of writeFcs for fcs-write.test-support.ts; the test holds them equal.
"""
import base64, io, json, platform, sys

import flowio
import numpy

path = sys.argv[1]
with open(path) as stream:
    golden = json.load(stream)
for one in golden["files"].values():
    read = flowio.FlowData(io.BytesIO(base64.b64decode(one["bytes"])))
    one["version"] = read.version
    one["names"] = read.pnn_labels
    one["labels"] = read.pns_labels
    one["keywords"] = {key: read.text[key] for key in ("cyt", "note", "spillover")}
    one["columns"] = read.as_array().T.tolist()
golden["maker"] = f"Python {platform.python_version()}, FlowIO {flowio.__version__}, numpy {numpy.__version__}"
with open(path, "w") as stream:
    json.dump(golden, stream, indent=1, ensure_ascii=False)
    stream.write("\n")
