"""Runs a saved .py or .ipynb, or loads a saved .npz, with real NumPy; prints what comes of it as JSON.

    python run_saved.py FILE

Of a program the costs of all iterations and the accuracies; of an .npz file its arrays, to the last bit.
"""

import contextlib
import io
import json
import os
import runpy
import sys
from pathlib import Path

import numpy as np


def run(path):
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        if path.suffix == ".py":
            variables = runpy.run_path(str(path), run_name="__main__")
        else:
            variables = {"__name__": "__main__"}
            for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
                if cell["cell_type"] == "code":
                    exec("".join(cell["source"]), variables)
    return {"costs": [float(cost) for cost in variables["costs"]], "printed": printed.getvalue()}


def arrays(path):
    with np.load(path, allow_pickle=False) as file:
        return {name: {"shape": file[name].shape, "data": file[name].ravel().tolist()} for name in file.files}


path = Path(sys.argv[1]).resolve()
os.chdir(path.parent)
print(json.dumps(arrays(path) if path.suffix == ".npz" else run(path)))
