"""Forms made from command models: what is asked, what was answered, what is wrong with it."""

from audit_service.web.forms.form import Form
from audit_service.web.forms.mistakes import Mistake, mistakes

__all__ = ["Form", "Mistake", "mistakes"]
