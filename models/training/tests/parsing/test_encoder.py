from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from training.parsing.encoder import MobileEncoder, begin_with_annotator

ANNOTATOR = Path(__file__).parents[3] / "annotators" / "ade20k31" / "ade20k31_deeplabv3plus_mnv2.onnx"


def test_the_encoder_begins_as_the_annotator() -> None:
    """A wrong padding, order of weights or normalisation shows at once."""
    model = onnx.load(ANNOTATOR)
    sums = {node.output[0]: node for node in model.graph.node}
    wanted = [name for name in ("t20",) if name in sums]
    for name in wanted:
        model.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None))
    generator = torch.Generator().manual_seed(4)
    coarse = torch.rand(1, 3, 16, 16, generator=generator) * 2 - 1
    photo = torch.nn.functional.interpolate(coarse, size=(512, 512), mode="bilinear")
    session = onnxruntime.InferenceSession(model.SerializeToString())
    feed = {session.get_inputs()[0].name: photo.permute(0, 2, 3, 1).contiguous().numpy()}
    (first,) = session.run(wanted, feed)
    encoder = MobileEncoder().eval()
    begin_with_annotator(encoder, ANNOTATOR, photo)
    with torch.no_grad():
        taps = encoder(photo)
    assert np.abs(taps[0].numpy() - first).max() < 1e-3 * np.abs(first).max()
    assert [tap.shape[2] for tap in taps] == [256, 128, 64, 32]
