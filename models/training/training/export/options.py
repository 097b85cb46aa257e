"""Options and cards that the exporters of packs share."""

import argparse
import json
from pathlib import Path
from typing import TypeVar

import torch
from torch import nn

from training.evaluation.table import markdown_rows
from training.export.golden import write_golden
from training.export.manifest import PackFacts, PackShape
from training.export.onnx_graphs import PackGraphs, Sides
from training.export.write_pack import write_pack

Table = dict[str, dict[str, float]]
Network = TypeVar("Network", bound=nn.Module)


def export_options(description: str | None, config: Path) -> argparse.ArgumentParser:
    """A parser with the options of every exporter."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--config", type=Path, default=config)
    parser.add_argument("--tiny", action="store_true", help="a small random pack instead of a checkpoint, for tests")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--golden", type=Path, help="folder for golden tensors")
    parser.add_argument("--pack-version", default="1.0.0")
    parser.add_argument("--metrics", type=Path, help="metrics.json of the evaluation, for manifest and card")
    parser.add_argument("--training", type=Path, help="Markdown on how this version was trained, for the card")
    return parser


def with_trained_weights(network: Network, parser: argparse.ArgumentParser, options: argparse.Namespace) -> Network:
    """The network with the averaged weights of the checkpoint in the options; without one, ends with a message."""
    if options.checkpoint is None:
        parser.error("--checkpoint is needed unless --tiny is given")
    network.load_state_dict(torch.load(options.checkpoint, weights_only=True)["averaged"])
    return network


def read_table(path: Path | None) -> Table:
    """Rows of measurements; none without a file."""
    return {} if path is None else json.loads(path.read_text())


def row_metrics(table: Table, rows: dict[str, str]) -> dict[str, float]:
    """The numbers of chosen rows for the manifest: `rows` gives each row's prefix; names in camel case."""
    found = {}
    for row, prefix in rows.items():
        for name, value in table.get(row, {}).items():
            parts = [part for part in (prefix, *name.split("_")) if part]
            camel = parts[0] + "".join(part.title() for part in parts[1:])
            found[camel] = round(value, 4)
    return found


def write_card(template: Path, out: Path, version: str, training: Path | None, table: Table) -> None:
    """card.md: the template with version, training and table filled in."""
    measured = markdown_rows(table) if table else "Not measured."
    text = template.read_text().replace("{version}", version).replace("{table}", measured.strip())
    (out / "card.md").write_text(text.replace("{training}", training.read_text().strip() if training else "Not said."))


def write_all(
    graphs: PackGraphs, facts: PackFacts, shape: PackShape, options: argparse.Namespace, sides: Sides
) -> None:
    """The pack and, if asked for, golden tensors of pictures with these sides."""
    size = write_pack(graphs, facts, shape, options.out)
    if options.golden is not None:
        write_golden(graphs, options.golden, sides)
    print(f"{options.out}: {size / 1e6:.1f} MB")
