"""The pages of the app: each builds its components and wires its own events."""
