"""What speaks for a pair: one module for each criterion, with its sentence and its arrays."""

from mentorgen.analysis.matching.criteria.judging import CRITERIA, fit, weight_of

__all__ = ["CRITERIA", "fit", "weight_of"]
