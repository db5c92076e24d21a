"""The planted fault: acknowledge now, write a little later. A test that cannot find it finds nothing."""

import threading
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

SECONDS = 0.2
Respond = Callable[[HttpRequest], HttpResponse]


def thank_first(get_response: Respond) -> Respond:
    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return get_response(request)
        assert request.body

        def later() -> None:
            time.sleep(SECONDS)
            get_response(request)

        threading.Thread(target=later).start()
        return HttpResponseRedirect(f"{request.path}thanks/")

    return middleware
