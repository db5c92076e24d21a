"""Cohorts, timetable, materials, answers, attendance and certificates."""
