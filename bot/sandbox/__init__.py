"""The played Slack: a local workspace that the unchanged bot talks to, for trials and tests."""
