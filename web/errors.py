"""What can stop a build, each said in one sentence that names the input. Imports nothing."""


class BuildError(Exception):
    """The site cannot be built; the message says what is missing and what to do."""
