"""An evaluation as a table for people, JSON for machines, JUnit XML for CI, and an HTML page with plots."""

from tutor.evaluation.report.files import write_report
from tutor.evaluation.report.junit import junit_xml
from tutor.evaluation.report.record import evaluation_record
from tutor.evaluation.report.table import comparison_table, evaluation_table

__all__ = ["comparison_table", "evaluation_record", "evaluation_table", "junit_xml", "write_report"]
