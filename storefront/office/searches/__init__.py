"""What the department sees of the searches."""
