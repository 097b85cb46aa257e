"""Fixtures as two files: `<name>.json` lists cases, `<name>.bin.gz` holds their arrays one after another."""

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Json = dict[str, Any]


@dataclass(frozen=True)
class FixtureCase:
    """Parameters of a case as JSON and its arrays by name (uint8 or float32, little-endian, C order)."""

    name: str
    parameters: Json = field(default_factory=dict)
    arrays: dict[str, NDArray[Any]] = field(default_factory=dict)


def encode(cases: list[FixtureCase]) -> tuple[str, bytes]:
    """The JSON text and the uncompressed bytes of a fixture."""
    content = bytearray()
    entries = []
    for case in cases:
        places: Json = {}
        for name, array in case.arrays.items():
            places[name] = {"dtype": array.dtype.name, "shape": list(array.shape), "offset": len(content)}
            content += np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<")).tobytes()
        entries.append({"name": case.name, "parameters": case.parameters, "arrays": places})
    return json.dumps({"cases": entries}, indent=1) + "\n", bytes(content)


def write(folder: Path, name: str, cases: list[FixtureCase]) -> None:
    """Write both files of a fixture; the same cases give the same bytes."""
    text, content = encode(cases)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(text)
    (folder / f"{name}.bin.gz").write_bytes(gzip.compress(content, compresslevel=9, mtime=0))


def read(folder: Path, name: str) -> tuple[str, bytes]:
    """The JSON text and the uncompressed bytes of a written fixture."""
    return (folder / f"{name}.json").read_text(), gzip.decompress((folder / f"{name}.bin.gz").read_bytes())
