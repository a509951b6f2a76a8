"""Results against targets: exact sums over periods and units, verdicts, trends, the progress of the plan."""

from generator.results.amounts import Figure, SourceRef
from generator.results.assessment import Assessment, ObjectiveAssessment, assess
from generator.results.comparison import Comparison, Trend
from generator.results.judging.judgement import Verdict
from generator.results.progress import PlanProgress, TaskProgress, TaskState, progress_of
from generator.results.row import Row

__all__ = [
    "Assessment",
    "Comparison",
    "Figure",
    "ObjectiveAssessment",
    "PlanProgress",
    "Row",
    "SourceRef",
    "TaskProgress",
    "TaskState",
    "Trend",
    "Verdict",
    "assess",
    "progress_of",
]
