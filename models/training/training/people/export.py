"""Writes the people pack: python -m training.people.export --checkpoint RUN/latest.pt --out ../packs/people.

With --tiny instead of --checkpoint: a small random pack for tests.
"""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.export.__main__ import TINY
from training.export.manifest import PackFacts, PackShape
from training.export.onnx_graphs import TRACED, PackGraphs, Sides, Tensors, sample_photo, sample_questions
from training.export.options import (
    Table,
    export_options,
    read_table,
    row_metrics,
    with_trained_weights,
    write_all,
    write_card,
)
from training.export.painted_stages import handed_on, painted_ending, painted_outputs
from training.export.stages import PHOTO, EncodingSpecs, ExemplarStage, StageSpec, TensorSpec, correspondence_spec
from training.people.body import JOINT_COUNT, Joints
from training.people.people_settings import read_people_settings
from training.people.people_translator import PeopleTranslator, PeopleTranslatorConfig
from training.people.skeleton import CHANNELS, skeleton_channels

CARD = Path(__file__).with_name("people-card.md")
SOURCES = [
    "Clothing Co-Parsing (Yang, Luo and Lin, CVPR 2014; photographs from Chictopia; repository under Apache-2.0)",
    "Poses by MediaPipe's pose landmarker (Apache-2.0)",
    "Losses on VGG-19 distilled (MingSun-Tse/Collaborative-Distillation, MIT)",
]
ABOUT = (
    "Makes pictures of one person: a skeleton says how somebody stands, a photo of a whole dressed person who it is "
    "and what they wear. It does not change the pose of a person inside a photo."
)
TINY_PEOPLE = PeopleTranslatorConfig(
    adaptor_width=TINY.adaptor_width,
    coarse_channels=TINY.coarse_channels,
    fine_channels=TINY.fine_channels,
    condition_widths=TINY.condition_widths,
    decoder_widths=TINY.decoder_widths,
)
NATIVE = 224
"""The pack's own pictures are 256 high and 192 wide: about as many pixels as a square of this side has."""


class PoseStage(nn.Module):
    """Pose channels 1×20×H×W."""

    def __init__(self, translator: PeopleTranslator) -> None:
        super().__init__()
        self.translator = translator

    def forward(self, pose: Tensor) -> tuple[Tensor, ...]:
        """Tensors in the order of `painted_outputs`."""
        return handed_on(self.translator.read_pose(pose))


def people_stages(translator: PeopleTranslator) -> dict[str, StageSpec]:
    """Stages by manifest name."""
    exemplar_pose = TensorSpec("exemplar_condition", "float32", [1, CHANNELS, "He", "We"])
    pose = TensorSpec("condition", "float32", [1, CHANNELS, "H", "W"])
    encoded = EncodingSpecs.of(translator.config).exemplar
    return {
        "exemplar": StageSpec(ExemplarStage(translator), [PHOTO, exemplar_pose], encoded),
        "layout": StageSpec(PoseStage(translator), [pose], painted_outputs(translator.config)),
        **painted_ending(translator),
        "correspondence": correspondence_spec(translator.config),
    }


def somebody(height: int, width: int, seed: int) -> Joints:
    """A person standing in a picture of this size, a little different with every seed."""
    random = np.random.default_rng(seed)
    places = np.array(
        [
            (0.50, 0.12), (0.50, 0.22), (0.40, 0.22), (0.34, 0.36), (0.31, 0.50), (0.60, 0.22), (0.66, 0.36),
            (0.70, 0.50), (0.44, 0.52), (0.43, 0.72), (0.42, 0.92), (0.56, 0.52), (0.57, 0.72), (0.58, 0.92),
            (0.48, 0.10), (0.52, 0.10), (0.45, 0.11), (0.55, 0.11),
        ]
    )  # fmt: skip
    moved = places + random.uniform(-0.02, 0.02, (JOINT_COUNT, 2))
    return (moved * (width, height)).astype(np.float32)


def people_graphs(translator: PeopleTranslator) -> PackGraphs:
    """The graphs of a people network."""
    translator = translator.eval()

    def samples(sides: Sides) -> dict[str, Tensors]:
        theirs = skeleton_channels(somebody(sides.high, sides.wide, 1), sides.high, sides.wide)
        ours = skeleton_channels(somebody(sides.height, sides.width, 2), sides.height, sides.width)
        tensors = {
            "exemplar": sample_photo(sides, torch.Generator().manual_seed(7)),
            "exemplar_condition": theirs[None],
            "condition": ours[None],
        }
        return {"pose": tensors | sample_questions()}

    return PackGraphs(people_stages(translator), samples)


def people_shape() -> PackShape:
    """Poses, drawn and measured as the app does it (electron/conditions/pose). Larger pictures have other limbs."""
    condition = {"kind": "pose", "encoding": "dense", "channels": CHANNELS}
    sizes = {"native": NATIVE, "multiple": 32, "min": 128, "max": 256}
    return PackShape([condition], [], sizes, "body-pose", figure_annotator="person-parts")


def people_facts(version: str, table: Table) -> PackFacts:
    """What the manifest says beyond the graphs."""
    return PackFacts(
        "people",
        version,
        "People",
        "MIT",
        "Weights trained on street photographs whose single terms were not checked; see card.md.",
        "Trained by models/training (configs/people/people.toml) on 1,895 photographs of one person each.",
        SOURCES,
        row_metrics(table, {"ours": ""}),
        ABOUT,
    )


def main() -> None:
    """Parses the options and writes the pack, its card and, if asked for, golden tensors."""
    parser = export_options(__doc__, Path("configs/people/people.toml"))
    options = parser.parse_args()
    torch.manual_seed(0)
    if options.tiny:
        facts = PackFacts("tiny-people", "1.0.0", "Tiny random people", "MIT", "", "Random weights, for tests.", [], {})
        write_all(people_graphs(PeopleTranslator(TINY_PEOPLE)), facts, people_shape(), options, TRACED)
        return
    translator = with_trained_weights(PeopleTranslator(read_people_settings(options.config).model), parser, options)
    table = read_table(options.metrics)
    facts = people_facts(options.pack_version, table)
    write_all(people_graphs(translator), facts, people_shape(), options, Sides(256, 192, 256, 192))
    write_card(CARD, options.out, options.pack_version, options.training, table)


if __name__ == "__main__":
    main()
