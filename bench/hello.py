"""The bare framework, behind the same front: one view that says hello, no middleware, no database."""

import uvicorn
from a2wsgi import WSGIMiddleware
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

from ipt.site.commands.serve import listen

THREADS = 8


def hello(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- Django's signature
    return HttpResponse("Hello")


urlpatterns = [path("", hello)]


def main() -> None:
    settings.configure(ROOT_URLCONF=__name__, MIDDLEWARE=[], ALLOWED_HOSTS=["*"], SECRET_KEY="bench")  # noqa: S106 -- nothing is signed
    listener = listen("127.0.0.1", 0)
    print(f"Serving on http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    front = WSGIMiddleware(get_wsgi_application(), workers=THREADS)  # type: ignore[arg-type]
    config = uvicorn.Config(front, lifespan="off", log_config=None, access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
