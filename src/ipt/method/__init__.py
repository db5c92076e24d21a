"""IPT in its own words: the four focus areas, three phases, the techniques, how far it fits, and degrees of use."""

from ipt.method.terms import Degree, Fit, FocusArea, Phase, Technique

__all__ = ["Degree", "Fit", "FocusArea", "Phase", "Technique"]
