# Templates and characters.
