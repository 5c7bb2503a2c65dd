"""For views that make something: `@sent_once` below the checks of who may ask."""

import functools

from django.shortcuts import redirect, render

from .keys import FIELD, NOT_SAID, FormSent, new_key
from .services import SaysSomethingElse, StillRunning, do_once

RETRY_SECONDS = 1


def sent_once(view=None, *, by_content: bool = False):
    """A POST is done once: the same form again gets the same answer, 409 while the first one runs, and 422 if its key
    was used for something else. All that the view writes is one transaction.

    `by_content`: a form without a key is the same one if it says the same within some minutes.
    """
    if view is None:
        return functools.partial(sent_once, by_content=by_content)

    @functools.wraps(view)
    def once(request, *args, **kwargs):
        form = FormSent.of(request, by_content=by_content) if request.method == "POST" else None
        if form is None:
            return view(request, *args, **kwargs)
        try:
            answer = do_once(form, lambda: view(request, *args, **kwargs))
        except StillRunning:
            return _page(request, status=409, key=request.POST.get(FIELD, ""))
        except SaysSomethingElse as before:
            return _page(request, status=422, key=new_key(), location=before.location)
        return redirect(answer) if isinstance(answer, str) else answer

    return once


def _page(request, *, status: int, key: str, location: str = ""):
    """What was typed goes along in hidden fields, so that one button sends it again; files cannot. Browsers drop the
    first line break of a field."""
    names = [name for name in request.POST if name not in NOT_SAID]
    typed = [(name, f"\n{value}") for name in names for value in request.POST.getlist(name)]
    context = {
        "is_running": status == 409,
        "location": location,
        "address": request.get_full_path(),
        "typed": typed,
        "key_field": FIELD,
        "key": key,
        "has_files": bool(request.FILES),
        "is_refused": True,
    }
    response = render(request, "web/sent_again.html", context, status=status)
    response["Cache-Control"] = "private, no-store"
    if status == 409:
        response["Retry-After"] = str(RETRY_SECONDS)
    return response
