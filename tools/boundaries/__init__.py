"""Parts of the tool that builds the packaged boundary set."""
