"""What all refusals of the registry have in common."""

from django.utils.functional import Promise


class Refusal(ValueError):
    """Something the rules do not allow, in words for whoever asked: `message` says why, translated."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))
        self.message = message
