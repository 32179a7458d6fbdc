"""What the bot is: its command line, its parts and the place where they meet."""
