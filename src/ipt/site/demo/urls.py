"""All addresses of the product, and the tutor's way into the demo; only `ipt demo` uses this list."""

from django.urls import path

from ipt.site import urls as product
from ipt.site.demo.views import tutor

handler400, handler404, handler500 = product.handler400, product.handler404, product.handler500

urlpatterns = [path("demo/<str:token>/", tutor, name="demo_tutor"), *product.urlpatterns]
