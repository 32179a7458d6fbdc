"""The rules: pure functions on plain values, knowing neither Slack nor SQL nor the clock."""
