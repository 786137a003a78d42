"""What the commands stand on; nothing here imports a command."""
