"""What people outside propose or report: their forms, and what staff do with it."""

from places.suggesting.forms import CorrectionForm, NewPlaceForm, StillTrueForm
from places.suggesting.reporting import ReportForm

__all__ = ["CorrectionForm", "NewPlaceForm", "ReportForm", "StillTrueForm"]
