import json
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from training.parsing.evaluate import annotator_parser
from training.parsing.export import annotator_graph, build_manifest
from training.parsing.network import FaceParser
from training.parsing.parser_trainer import ParserTrainer
from training.parsing.settings import ParserPhase, ParserSettings, read_parser_settings
from training.people.photographs import HEIGHT, WIDTH, PeoplePhotos
from training.person_parts.evaluate import part_confusion, person_overlap
from training.person_parts.export import PEOPLE as FACTS
from training.person_parts.labelled_people import PERSON_PARTS, labelled_photos
from training.person_parts.train import PEOPLE

CONFIG = Path(__file__).parents[2] / "configs" / "person-parts" / "person-parts.toml"
BACKGROUND, HAIR, SKIN = 1, 2, 3


@pytest.fixture(scope="module")
def people() -> PeoplePhotos:
    """Three drawn people, dark hair above a red garment, and one photo without labels."""
    garments = np.full((4, HEIGHT, WIDTH), BACKGROUND, np.uint8)
    garments[:, 20:60, 80:112] = HAIR
    garments[:, 60:90, 84:108] = SKIN
    garments[:, 90:220, 60:132] = 4
    garments[3] = 0
    colours = np.zeros((256, 3), np.uint8)
    colours[[BACKGROUND, HAIR, SKIN, 4]] = [(150, 160, 170), (40, 30, 20), (230, 190, 160), (200, 30, 40)]
    noise = np.random.default_rng(2).integers(0, 20, (4, HEIGHT, WIDTH, 3), dtype=np.uint8)
    joints = np.zeros((4, 18, 2), np.float32)
    return PeoplePhotos([f"person{index}" for index in range(4)], colours[garments] + noise, joints, garments)


def test_only_labelled_photos_teach_and_their_classes_begin_with_the_background(people: PeoplePhotos) -> None:
    labelled = labelled_photos(people)
    assert labelled.names == ["person0", "person1", "person2"]
    assert labelled.photos.shape == (3, 3, HEIGHT, WIDTH)
    assert PERSON_PARTS[:3] == ("background", "hair", "skin")
    assert int(labelled.labels[0, 0, 0]) == 0
    assert int(labelled.labels[0, 30, 96]) == 1


def test_it_learns_drawn_people_at_half_size(people: PeoplePhotos) -> None:
    settings = ParserSettings("drawn", 1, (ParserPhase(4000, 64),), batch=3, learning_rate=4e-3)
    labelled = labelled_photos(people)
    trainer = ParserTrainer(settings, labelled, len(labelled), PEOPLE)
    losses = [trainer.step() for _ in range(40)]
    assert sum(losses[-5:]) < 0.85 * sum(losses[:5])
    photos, truth = trainer.augmentation.batch(labelled, [0, 1], {}, ParserPhase(10, 128))
    assert photos.shape == (2, 3, 128, 96)
    assert truth.shape == (2, 128, 96)


def test_the_annotator_computes_what_pytorch_computes(people: PeoplePhotos, tmp_path: Path) -> None:
    torch.manual_seed(2)
    parser = FaceParser(len(PERSON_PARTS)).train()
    with torch.no_grad():
        for _ in range(10):
            parser(torch.rand(2, 3, 64, 48) * 2 - 1)
    parser.eval()
    onnx.save(annotator_graph(parser, FACTS), tmp_path / FACTS.file)
    manifest = build_manifest(tmp_path / FACTS.file, "1.0.0", "for a test", FACTS)
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    assert manifest["input"] == {"width": 192, "height": 256, "layout": "nhwc", "range": [-1, 1]}
    photo = labelled_photos(people).photos[:1].float() / 127.5 - 1
    with torch.no_grad():
        wanted = parser(photo)
    found = annotator_parser(tmp_path)(photo)
    assert found.shape == (1, len(PERSON_PARTS), HEIGHT, WIDTH)
    # Weights are stored as float16.
    assert (found - wanted).abs().max() < 0.02 * wanted.abs().max()


def test_a_person_counts_as_a_whole_whatever_garments_are_mistaken(people: PeoplePhotos) -> None:
    labelled = labelled_photos(people)

    def right_but_for_garments(photos: torch.Tensor) -> torch.Tensor:
        logits = torch.zeros(len(photos), len(PERSON_PARTS), HEIGHT, WIDTH)
        wrong = torch.where(labelled.labels[: len(photos)] > 2, 7, labelled.labels[: len(photos)]).long()
        return logits.scatter_(1, wrong[:, None], 1.0)

    counts = part_confusion(right_but_for_garments, labelled)
    assert person_overlap(counts) == pytest.approx(1.0)
    assert int(counts[3, 3]) == 0


def test_the_config_is_understood() -> None:
    settings = read_parser_settings(CONFIG, PERSON_PARTS)
    assert all(phase.size in {128, 256} for phase in settings.phases)
