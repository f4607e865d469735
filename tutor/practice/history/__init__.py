"""History: what was asked and answered, graded, scheduled, selected anew and counted."""
