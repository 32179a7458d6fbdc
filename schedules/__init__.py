"""The timetable: what the bot does when nobody asks."""
