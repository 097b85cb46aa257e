"""Writes the small checkpoints in test/fixtures/checkpoints with the torch that is installed.

Run from the repository root: ``python models/training/tools/make_checkpoint_fixtures.py``.
Every state dict is written in both of torch's formats; ``expected.json`` says what a reader must find:
``{"<file>": {"<tensor>": {"type": …, "shape": […], "values": […]}}}`` with int64 and non-finite values as text.
"""

import json
import math
import zipfile
from collections import OrderedDict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.serialization import set_crc32_options

FOLDER = Path(__file__).resolve().parents[3] / "test" / "fixtures" / "checkpoints"
SEED = 20260724
JAVASCRIPT_NAMES = {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}


class Callable:
    """Pickles as a call of ``os.system``: what a hostile file does."""

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        import os

        return os.system, ("touch /tmp/cocanvas-was-here",)


def element_types() -> "OrderedDict[str, Tensor]":
    """One tensor of every element type that the reader knows, with the awkward values of each."""
    floats = torch.tensor([0.0, -0.0, 1.5, -2.25, float("inf"), float("-inf"), float("nan"), 6e-8])
    return OrderedDict(
        float64=torch.tensor([[0.1, -1e300], [2.0**-1074, 3.0]], dtype=torch.float64),
        float32=floats.clone(),
        float16=floats.half(),
        bfloat16=floats.bfloat16(),
        half_largest=torch.tensor([65504.0, 2.0**-14, 2.0**-24], dtype=torch.float16),
        int64=torch.tensor([2**62 + 1, -(2**63), 0]),
        int32=torch.tensor([[-(2**31)], [2**31 - 1]], dtype=torch.int32),
        int16=torch.tensor([-32768, 32767], dtype=torch.int16),
        int8=torch.tensor([-128, 127], dtype=torch.int8),
        uint8=torch.tensor([0, 255], dtype=torch.uint8),
        boolean=torch.tensor([True, False, True]),
        scalar=torch.tensor(0.25),
        empty=torch.zeros(0, 3),
    )


def views() -> "OrderedDict[str, Tensor]":
    """Tensors that share one storage and view it in every way that torch offers."""
    base = torch.arange(60, dtype=torch.float32).reshape(3, 4, 5)
    half = base.half()
    return OrderedDict(
        base=base,
        transposed=base.transpose(0, 2),
        channels_last=base.reshape(1, 3, 4, 5).to(memory_format=torch.channels_last),
        sliced=base[1:, ::2, 1:4],
        row=base[2, 3],
        expanded=base[0, 0, :1].expand(4, 3),
        overlapping=base.reshape(-1).as_strided((5, 4), (2, 1), 3),
        half=half,
        half_transposed=half.permute(1, 2, 0),
        parameter=nn.Parameter(base[0]),
        frozen=nn.Parameter(base[1], requires_grad=False),
    )


def small_network() -> nn.Module:
    """Spectral norm, a bias and a counter: the kinds of entry that CoCosNet's files have."""
    return nn.Sequential(nn.utils.spectral_norm(nn.Conv2d(2, 3, 3)), nn.BatchNorm2d(3), nn.PReLU())


def describe(tensor: Tensor) -> dict[str, Any]:
    """The tensor as JSON: exact for every type, since doubles print exactly."""
    flat = tensor.detach().reshape(-1)
    if tensor.dtype == torch.int64:
        values: list[Any] = [str(value) for value in flat.tolist()]
    elif tensor.dtype == torch.bool:
        values = [int(value) for value in flat.tolist()]
    else:
        numbers = flat.double().tolist() if tensor.is_floating_point() else flat.tolist()
        values = [value if math.isfinite(value) else JAVASCRIPT_NAMES[str(value)] for value in numbers]
    name = str(tensor.dtype).removeprefix("torch.")
    return {"type": name, "shape": list(tensor.shape), "values": values}


def main() -> None:
    """Writes every fixture and the file of expectations."""
    torch.manual_seed(SEED)
    FOLDER.mkdir(parents=True, exist_ok=True)
    network = small_network()
    state = network.state_dict()
    wrapped = OrderedDict((f"module.{key}", value) for key, value in state.items())
    dicts: dict[str, tuple[Any, dict[str, Tensor]]] = {
        "element-types": (element_types(), element_types()),
        "views": (views(), views()),
        "network": (state, state),
        "wrapped": (wrapped, state),
        "nested": ({"epoch": 90, "state_dict": wrapped, "best": 0.5, "name": "x"}, state),
    }
    expected: dict[str, Any] = {}
    for name, (saved, tensors) in dicts.items():
        description = {key: describe(tensor) for key, tensor in tensors.items()}
        for suffix, zipped in (("zip", True), ("legacy", False)):
            file = f"{name}.{suffix}.pth"
            torch.save(saved, FOLDER / file, _use_new_zipfile_serialization=zipped)
            expected[file] = description
    for protocol in (3, 4, 5):
        file = f"protocol-{protocol}.zip.pth"
        torch.save(state, FOLDER / file, pickle_protocol=protocol)
        expected[file] = expected["network.zip.pth"]
    set_crc32_options(compute_crc32=False)
    torch.save(state, FOLDER / "no-checksums.zip.pth")
    set_crc32_options(compute_crc32=True)
    expected["no-checksums.zip.pth"] = expected["network.zip.pth"]
    (FOLDER / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")
    write_refused(network)


def write_refused(network: nn.Module) -> None:
    """Files that must be refused: hostile, a whole module, an optimizer, compressed, a script."""
    hostile = {"weight": torch.zeros(2), "extra": Callable()}
    torch.save(hostile, FOLDER / "hostile.zip.pth")
    torch.save(hostile, FOLDER / "hostile.legacy.pth", _use_new_zipfile_serialization=False)
    torch.save(network, FOLDER / "module.zip.pth")
    optimizer = torch.optim.Adam(network.parameters())
    network(torch.ones(1, 2, 4, 4)).sum().backward()
    optimizer.step()
    torch.save(optimizer.state_dict(), FOLDER / "optimizer.zip.pth")
    two = {"netG": {"weight": torch.ones(1)}, "netD": {"weight": torch.ones(1)}}
    torch.save(two, FOLDER / "two-networks.zip.pth")
    torch.jit.script(nn.PReLU()).save(str(FOLDER / "script.zip.pth"))
    with (
        zipfile.ZipFile(FOLDER / "network.zip.pth") as plain,
        zipfile.ZipFile(FOLDER / "compressed.zip.pth", "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for entry in plain.namelist():
            packed.writestr(entry, plain.read(entry))


if __name__ == "__main__":
    main()
