"""What the scripts that build the bundled missions share."""
