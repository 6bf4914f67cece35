"""What a password must be, said in the words of the site."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class LongEnough(MinimumLengthValidator):
    """Django's own rule; its message has no Dutch."""

    def get_error_message(self) -> str:
        return _("Dit wachtwoord is te kort. Neem er minstens acht tekens voor.")
