"""Measures a people run: python -m training.people.evaluate --checkpoint RUN/latest.pt --annotator FOLDER --data DATA.

Rows: the pose's own photo, the exemplar, the warp alone, ours, runs of a budget (--compare; training.people.train
--budget), and pictures that the app painted of the same cases (--write-cases, --pictures).
Columns: joints as the annotator body-pose sees them in the pictures, garment colours, FID and SWD against training
photos. Half of the exemplars stand alike, half are anybody. Writes metrics.json and a sheet of every row.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from training.evaluation.frechet import frechet_distance
from training.evaluation.googlenet import GoogLeNet
from training.evaluation.measure import enlarged, pooled_features
from training.evaluation.painted_elsewhere import read_picture
from training.evaluation.sliced_wasserstein import sliced_wasserstein
from training.evaluation.table import markdown_rows
from training.people.body import Joints
from training.people.garment_colours import garment_differences, mean_difference, warped_garments
from training.people.garments_seen import ReadParts, parts_reader, seen_differences
from training.people.painted_elsewhere import write_cases
from training.people.people_settings import read_people_settings
from training.people.people_sheets import person_tensors
from training.people.people_translator import PeopleTranslator
from training.people.photographs import HEIGHT, WIDTH, PeoplePhotos, cached_people
from training.people.pose_agreement import PoseAgreement
from training.people.pose_reader import PoseReader
from training.people.similar_poses import similar_poses
from training.variants import add_comparison, compared_networks, network_of

REAL_PICTURES = 800
RANK = 2
"""how far down the list of similar poses an exemplar is taken, so that it is not all but the same pose"""


@dataclass(frozen=True)
class PeopleCase:
    """A pose with its photo, and an exemplar with its own; batch of one."""

    photo: Tensor
    pose: Tensor
    joints: Joints
    exemplar: Tensor
    exemplar_pose: Tensor
    exemplar_joints: Joints
    garments: Tensor
    """1×H×W groups of the exemplar; 0 throughout where nothing is known"""


PeopleRow = Callable[[PeopleCase], Tensor]


def chosen_exemplars(layouts: PeoplePhotos, library: PeoplePhotos, seed: int = 9) -> NDArray[np.int64]:
    """For every pose a training photo: by turns one who stands alike, and anybody."""
    alike = similar_poses(layouts.joints, library.joints, RANK + 1, skip_self=False)[:, RANK]
    anybody = np.random.default_rng(seed).integers(len(library), size=len(layouts))
    return np.where(np.arange(len(layouts)) % 2 == 0, alike, anybody)


def build_cases(layouts: PeoplePhotos, library: PeoplePhotos, every: int, size: int = HEIGHT) -> list[PeopleCase]:
    """Every n-th validation pose with its exemplar, `size` high; joints stay in pixels of HEIGHT×WIDTH."""
    exemplars = chosen_exemplars(layouts, library)
    cases = []
    for index in range(0, len(layouts), every):
        photo, pose, joints = person_tensors(layouts, index, size)
        number = int(exemplars[index])
        exemplar, exemplar_pose, theirs = person_tensors(library, number, size)
        step = HEIGHT // size
        garments = torch.from_numpy(library.garments[number % len(library)].copy()).long()[None, step // 2 :: step]
        garments = garments[:, :, step // 2 :: step]
        mirrored = number >= len(library)
        cases.append(
            PeopleCase(photo, pose, joints, exemplar, exemplar_pose, theirs, garments.flip(2) if mirrored else garments)
        )
    return cases


REFERENCES: dict[str, PeopleRow] = {"own photo": lambda case: case.photo, "exemplar": lambda case: case.exemplar}
"""What needs no network of ours; its garments are where no match put them."""


def painted(model: PeopleTranslator) -> PeopleRow:
    """The row of a network's pictures."""
    return lambda case: model(case.pose, case.exemplar, case.exemplar_pose).picture


def rows_of(model: PeopleTranslator) -> dict[str, PeopleRow]:
    """The rows of the network that ships."""

    def warp(case: PeopleCase) -> Tensor:
        match = model(case.pose, case.exemplar, case.exemplar_pose).match
        assert match is not None
        crisp: Tensor = match.warp
        return crisp

    return {"warp only": warp, "ours": painted(model)}


def pictures_of(folder: Path, cases: list[PeopleCase]) -> PeopleRow:
    """The row of pictures that were painted elsewhere."""
    return lambda case: read_picture(folder, next(number for number, each in enumerate(cases) if each is case))


def seen_values(differences: list[float]) -> dict[str, float]:
    """`mean_difference` of garments that the annotator sees."""
    return {f"seen_{name}": value for name, value in mean_difference(differences).items()}


def first_with_match(networks: Sequence[PeopleTranslator]) -> PeopleTranslator:
    """The network whose match says where garments belong in the pictures of all rows."""
    for network in networks:
        if network.config.guidance == "correspondence":
            return network
    raise SystemExit(
        "Name a run with a match, by --checkpoint or --compare: garments are looked for where it puts them."
    )


def real_people(library: PeoplePhotos, size: int) -> Tensor:
    """Evenly chosen training photos: the reference of FID and SWD."""
    chosen = np.linspace(0, len(library) - 1, min(REAL_PICTURES, len(library))).astype(int)
    return torch.cat([person_tensors(library, int(index), size)[0] for index in chosen])


def save_sheet(cases: list[PeopleCase], pictures: Tensor, path: Path, count: int = 24) -> None:
    """Pose, exemplar and picture of the first cases, eight people a row of three lines."""
    columns = []
    for case, picture in list(zip(cases, pictures, strict=True))[:count]:
        columns.append(torch.cat([case.pose[0, :3] * 2 - 1, case.exemplar[0], picture], 1))
    lines = [torch.cat(columns[start : start + 8], 2) for start in range(0, len(columns) // 8 * 8, 8)] or [
        torch.cat(columns, 2)
    ]
    pixels = ((torch.cat(lines, 1).clamp(-1, 1) + 1) * 127.5).round().byte().permute(1, 2, 0).numpy()
    Image.fromarray(pixels).save(path)


@torch.no_grad()
def measure_people(
    model: PeopleTranslator,
    rows: dict[str, PeopleRow],
    cases: list[PeopleCase],
    real: Tensor,
    tools: tuple[PoseReader, Callable[[Tensor], Tensor], ReadParts | None],
    out: Path,
) -> dict[str, dict[str, float]]:
    """The table; grows in `out` row by row. `model` says where garments belong.

    `tools`: who reads poses, the feature network of FID, and who sees garments.
    """
    reader, googlenet, read_parts = tools
    real_features = pooled_features(googlenet, real)
    agreement = PoseAgreement(reader)
    asked = [agreement.visible(enlarged(case.photo, HEIGHT, WIDTH), case.joints) for case in cases]
    worn = [warped_garments(model, case.pose, case.exemplar, case.exemplar_pose, case.garments) for case in cases]
    table: dict[str, dict[str, float]] = {}
    for name, row in rows.items():
        agreement, pictures, differences, seen = PoseAgreement(reader), [], [], []
        for case, garments, joints in zip(cases, worn, asked, strict=True):
            picture = row(case).float().clamp(-1, 1)
            pictures.append(picture)
            agreement.add(enlarged(picture, HEIGHT, WIDTH), case.joints, joints)
            if name not in REFERENCES:
                differences += garment_differences(picture, garments, case.exemplar, case.garments)
                if read_parts is not None:
                    seen += seen_differences(
                        read_parts, enlarged(picture, HEIGHT, WIDTH), enlarged(case.exemplar, HEIGHT, WIDTH)
                    )
        made = torch.cat(pictures)
        table[name] = {
            "fid": frechet_distance(real_features, pooled_features(googlenet, made)),
            "swd": sliced_wasserstein(real, made),
            **agreement.values(),
            **mean_difference(differences),
            **seen_values(seen),
        }
        print(f"{name} ({len(cases)} people)", {key: round(value, 3) for key, value in table[name].items()}, flush=True)
        (out / "metrics.json").write_text(json.dumps(table, indent=2) + "\n")
        (out / "metrics.md").write_text(markdown_rows(table))
        save_sheet(cases, made, out / f"{name.replace(' ', '-')}.png")
    return table


def main() -> None:
    """Parses the options, measures every row and prints it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path("configs/people/people.toml"))
    parser.add_argument("--checkpoint", type=Path, help="ours; without, only --compare and what needs no run")
    add_comparison(parser)
    parser.add_argument("--annotator", type=Path, required=True, help="folder of the annotator body-pose")
    parser.add_argument("--parts", type=Path, help="folder of the annotator person-parts, which sees garments")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path("runs/cache"))
    parser.add_argument("--write-cases", type=Path, help="only write the cases, for the app to paint")
    parser.add_argument(
        "--pictures", metavar="NAME=FOLDER", action="append", default=[], help="what it painted of them"
    )
    parser.add_argument("--size", type=int, default=HEIGHT, help="height of the pictures that the runs paint")
    parser.add_argument("--every", type=int, default=1, help="use every n-th validation pose")
    parser.add_argument("--out", type=Path, default=Path("runs/people-evaluation"))
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    library = cached_people(options.data, options.cache, "training")
    layouts = cached_people(options.data, options.cache, "validation")
    cases = build_cases(layouts, library, options.every, options.size)
    if options.write_cases is not None:
        write_cases(cases, options.write_cases)
        return
    ours = read_people_settings(options.config).model
    networks = compared_networks(PeopleTranslator, options.compare, ours)
    rows = REFERENCES | {name: painted(network) for name, network in networks.items()}
    if options.checkpoint is not None:
        networks["ours"] = network_of(PeopleTranslator, options.checkpoint, ours)
        rows |= rows_of(networks["ours"])
    for name, folder in (each.split("=", 1) for each in options.pictures):
        rows[name] = pictures_of(Path(folder), cases)
    model = first_with_match([*networks.values()][::-1])
    googlenet = GoogLeNet(options.data.parent / "weights" / "perceptual" / "googlenet_bvlc_fp16.pt")
    options.out.mkdir(parents=True, exist_ok=True)
    read_parts = None if options.parts is None else parts_reader(options.parts)
    tools = (PoseReader(options.annotator), googlenet, read_parts)
    measure_people(model, rows, cases, real_people(library, options.size), tools, options.out)


if __name__ == "__main__":
    main()
