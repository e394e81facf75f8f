"""
The page of `dateline eval --report`: what was measured, whether to trust it, and every failure. Values in, HTML out.

    Evaluation + Setup ─► page ◄─ tables (figures, thresholds) · plots (calibration, coverage) · mistakes (one by one)
                                  all words through markup
"""

from bot.report.page import Setup, report_page

__all__ = ["Setup", "report_page"]
