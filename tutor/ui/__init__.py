"""The browser app. Everything here is a view of `Tutor`; nothing reasons."""
