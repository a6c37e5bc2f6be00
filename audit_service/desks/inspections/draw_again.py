"""Draw the sample of an inspection again, with nothing but what was published and Python.

    python draw_again.py values.json frame.txt

The frame has a line for each case: its stratum, a tab, its number. A case's key is
SHA-256(seed, beacon, line); the lowest keys of each stratum are its sample.
"""

import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any


def sample_of(values: dict[str, Any], frame: bytes) -> list[bytes]:
    """Return the lines that are drawn. Stops where something is not as it was committed."""
    seed, beacon = bytes.fromhex(values["seed"]), bytes.fromhex(values["beacon"])
    if sha256(frame).hexdigest() != values["frame_sha256"]:
        sys.exit("This is not the frame that was committed.")
    if sha256(seed).hexdigest() != values["seed_sha256"]:
        sys.exit("This is not the seed that was committed.")
    lines, drawn = frame.splitlines(keepends=True), []
    for stratum in values["strata"]:
        inside = [line for line in lines if line.startswith(stratum["code"].encode() + b"\t")]
        inside.sort(key=lambda line: sha256(seed + beacon + line).digest())
        quota = -(-stratum["size"] * stratum["numerator"] // stratum["denominator"])
        drawn += inside[:quota]
    return drawn


if __name__ == "__main__":
    values, frame = json.loads(Path(sys.argv[1]).read_bytes()), Path(sys.argv[2]).read_bytes()
    sample = b"".join(sample_of(values, frame))
    sys.stdout.buffer.write(sample)
    if sha256(sample).hexdigest() != values["sample_sha256"]:
        sys.exit("This is not the sample that was recorded.")
