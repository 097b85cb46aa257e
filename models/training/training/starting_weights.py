"""Starting weights of a new run: those of a pack, or of another run's checkpoint."""

from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor, nn

from training.export.pack_weights import read_pack_weights

Weights = dict[str, Tensor]


@dataclass(frozen=True)
class StartingWeights:
    """State dicts by network; empty where the source holds none."""

    model: Weights
    discriminator: Weights = field(default_factory=dict)
    reader: Weights = field(default_factory=dict)
    more_judges: Weights = field(default_factory=dict)


def read_starting_weights(source: Path) -> StartingWeights:
    """A pack's folder holds the translator alone; a checkpoint also the judges, and gives its averaged weights."""
    if source.is_dir():
        return StartingWeights(read_pack_weights(source))
    state = torch.load(source, weights_only=True, map_location="cpu")
    return StartingWeights(state["averaged"], state["discriminator"], state["reader"], state.get("more_judges", {}))


def save_halved(networks: dict[str, Weights], path: Path) -> None:
    """State dicts of `averaged`, `discriminator`, `reader`, `more_judges` as float16: what another run may begin with.

    A sixth of a checkpoint. Atomic, as checkpoints are.
    """
    halved = {
        network: {name: value.half() if value.is_floating_point() else value for name, value in weights.items()}
        for network, weights in networks.items()
    }
    temporary = path.with_suffix(".partial")
    torch.save(halved, temporary)
    temporary.replace(path)


def load_fitted(network: nn.Module, weights: Weights) -> None:
    """Loads weights into a network whose convolutions may see more channels than before.

    Channels that were added at the end begin with no weight, so that the network starts as it was. Raises RuntimeError
    when names or other shapes differ.
    """
    fitted = {}
    wanted = network.state_dict()
    for name, value in weights.items():
        fresh = wanted.get(name)
        if fresh is not None and value.dim() == 4 and fresh.shape[0] == value.shape[0]:
            added = fresh.shape[1] - value.shape[1]
            if added > 0:
                value = torch.cat([value, value.new_zeros(value.shape[0], added, *value.shape[2:])], 1)  # noqa: PLW2901
        fitted[name] = value
    network.load_state_dict(fitted)


def load_what_fits(network: nn.Module, weights: Weights) -> None:
    """Loads the weights that have a place of their name and shape; the others stay as they are."""
    wanted = network.state_dict()
    network.load_state_dict(
        {name: value for name, value in weights.items() if name in wanted and wanted[name].shape == value.shape},
        strict=False,
    )
