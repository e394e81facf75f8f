"""The Discord side: the bot, what it sends, and what it keeps."""
