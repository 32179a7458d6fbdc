"""The doors: what people do in Slack, one user story a file."""
