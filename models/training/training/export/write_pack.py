"""A pack on a disk: its graphs and the manifest that describes them."""

import json
from pathlib import Path

from training.export.manifest import PackFacts, PackShape, build_manifest
from training.export.onnx_graphs import PackGraphs, write_graphs


def read_metrics(path: Path | None) -> dict[str, float]:
    """Named numbers for the manifest; none without a file."""
    return {} if path is None else {name: float(value) for name, value in json.loads(path.read_text()).items()}


def write_pack(graphs: PackGraphs, facts: PackFacts, shape: PackShape, folder: Path) -> int:
    """Writes graphs and manifest.json; returns the graphs' bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    files = write_graphs(graphs, folder)
    manifest = build_manifest(facts, shape, graphs.stages, files)
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    return sum(file.stat().st_size for file in files.values())
