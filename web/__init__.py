"""What runs in the browser outside Python (`page/`), and the builder that makes `dist/` from everything.

Imports the standard library, `flet_web` for the client it packages, and the build tools fontTools and Babel; nothing
of the app itself.
"""
