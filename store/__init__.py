"""The memory: rows in, frozen values out; the only place that speaks SQL."""
