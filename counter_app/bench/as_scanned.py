"""A drawn page as a scanner of an office sees it, with and without the noise: for benches and tests."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from counter_app.demo.wear import encoded_jpeg
from scanning.picture import Picture

Light = npt.NDArray[np.float32]
"""rows × columns × 3 from 0 to 255."""
YELLOWED, SHADOWED, SKEWED = 0.25, 0.25, 0.2
"""Share of the pages with yellow paper, a soft shadow, a small skew."""


@dataclass(frozen=True)
class ScannerWear:
    """What the scanner and the paper's age do to one page, mostly little."""

    blur: float
    """Standard deviation in pixels."""
    noise: float
    """Standard deviation in grey levels."""
    quality: int
    """Of the JPEG."""
    paper: tuple[float, float, float]
    """Its red, green and blue as parts of white."""
    shadow: float
    """By which part the light grows weaker towards the right."""
    skew: float
    """Degrees clockwise."""

    @classmethod
    def by_chance(cls, chance: np.random.Generator) -> ScannerWear:
        """The wear of one page."""
        white = float(chance.uniform(0.955, 0.995))
        yellow = chance.random() < YELLOWED
        old = (white, white * 0.97, white * float(chance.uniform(0.84, 0.92)))
        return cls(
            blur=float(chance.uniform(0.5, 0.9)),
            noise=float(chance.uniform(3, 6)),
            quality=int(chance.integers(85, 93)),
            paper=old if yellow else (white, white, white),
            shadow=float(chance.uniform(0.08, 0.18)) if chance.random() < SHADOWED else 0.0,
            skew=float(chance.choice([-1, 1]) * chance.uniform(0.3, 1.2)) if chance.random() < SKEWED else 0.0,
        )

    def lit(self, page: Picture) -> Light:
        """The page on this paper in this light, as soft as the scanner sees it, without noise and still straight."""
        soft = cv2.GaussianBlur(page.astype(np.float32), (0, 0), self.blur)
        across = np.linspace(1, 1 - self.shadow, page.shape[1], dtype=np.float32)
        return np.asarray(soft * (across[:, np.newaxis] * np.array(self.paper, np.float32))[np.newaxis], np.float32)

    def scanned(self, light: Light, dpi: int, chance: np.random.Generator) -> bytes:
        """The JPEG of a lit page: askew and noisy."""
        rows, columns = light.shape[:2]
        if self.skew:
            paper = tuple(float(value) for value in np.median(light[::16, ::16].reshape(-1, 3), axis=0))
            turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), -self.skew, 1.0)
            askew = cv2.warpAffine(light, turn, (columns, rows), flags=cv2.INTER_CUBIC, borderValue=paper)
            light = np.asarray(askew, np.float32)
        noisy = light + np.float32(self.noise) * chance.standard_normal(light.shape, np.float32)
        return encoded_jpeg(np.clip(np.rint(noisy), 0, 255).astype(np.uint8), dpi, self.quality)
