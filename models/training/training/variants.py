"""Runs that share a budget, so that they can be compared: ours, and the SPADE baseline beside it."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor

from training.networks.translator import Translator, TranslatorConfig
from training.settings import RunSettings

SPADE_ENCODER = (36, 64, 96, 144, 176, 176)
SPADE_DECODER = (36, 72, 136, 184, 216, 256)
"""The baseline has no adaptors; their weights go into a wider generator, so that both networks have about as many."""

Settings = TypeVar("Settings", bound=RunSettings)
Model = TypeVar("Model", bound=TranslatorConfig)
Network = TypeVar("Network", bound=Translator)


def add_budget_options(parser: argparse.ArgumentParser) -> None:
    """The options that `budgeted` understands."""
    parser.add_argument("--baseline", choices=["spade"], help="one style vector of the exemplar instead of a match")
    parser.add_argument("--budget", type=int, help="a run of its own with this many samples at the first phase's size")


def spade_model(model: Model) -> Model:
    """The SPADE baseline (Park et al. 2019) beside `model`."""
    return replace(model, guidance="style", condition_widths=SPADE_ENCODER, decoder_widths=SPADE_DECODER)


def budgeted(settings: Settings, options: argparse.Namespace) -> Settings:
    """The run that --budget and --baseline ask for, under a name of its own; without them, the run itself."""
    if options.budget is not None:
        phases = (replace(settings.phases[0], samples=options.budget),)
        settings = replace(settings, name=f"{settings.name}-{options.budget}", phases=phases)
    if options.baseline is not None:
        model = spade_model(settings.model)
        settings = replace(settings, name=f"{settings.name}-{options.baseline}", model=model)
    return settings


def model_of(weights: Mapping[str, Tensor], ours: Model) -> Model:
    """The shapes of a run's network, found from the names of its weights."""
    return spade_model(ours) if any(name.startswith("style_encoder.") for name in weights) else ours


def network_of(kind: type[Network], checkpoint: Path, ours: TranslatorConfig) -> Network:
    """The averaged network of a run, ours or the baseline."""
    weights = torch.load(checkpoint, weights_only=True)["averaged"]
    network = kind(model_of(weights, ours))
    network.load_state_dict({name: value.float() for name, value in weights.items()})
    return network.eval()


def add_comparison(parser: argparse.ArgumentParser) -> None:
    """The option whose values `compared_networks` takes."""
    parser.add_argument(
        "--compare", action="append", default=[], metavar="NAME=CHECKPOINT", help="another run; may be repeated"
    )


def compared_networks(kind: type[Network], entries: list[str], ours: TranslatorConfig) -> dict[str, Network]:
    """The networks of NAME=CHECKPOINT by name."""
    named = [entry.partition("=") for entry in entries]
    return {name: network_of(kind, Path(file), ours) for name, _, file in named}
