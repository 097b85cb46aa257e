from training.export.__main__ import REPOSITORY
from training.faces.calibration import calibration_cases
from training.faces.outlines import CONDITION_CHANNELS
from training.parsing.classes import CLASS_COUNT


def test_every_template_is_a_case_of_both_conditions() -> None:
    """Ranges that were measured on too little would cut off what real faces need."""
    cases = calibration_cases(REPOSITORY / "assets")
    assert [len(cases[kind]) for kind in ("labels", "edges")] == [12, 12]
    for parts, edges in zip(cases["labels"], cases["edges"], strict=True):
        assert parts["condition"].shape == (1, 256, 256)
        assert int(parts["condition"].max()) < CLASS_COUNT
        assert edges["condition"].shape == (1, CONDITION_CHANNELS, 256, 256)
        assert float(edges["condition"].max()) == 1.0
        assert -1.0 <= float(parts["exemplar"].min()) < 0.0 < float(parts["exemplar"].max()) <= 1.0
