# The window: rail, settings, sign-in.
