"""Addresses of sign-in, links and sessions. The sign-in library's views keep the names it knows them by."""

from django.urls import include, path, re_path

from ipt.accounts.views import account, first_run, links, mounted

own = [
    path("first-run/", first_run.first_run, name="first_run"),
    path("link/<str:token>/", links.link, name="link"),
    path("account/", account.account, name="account"),
    path("account/claim/", account.claim, name="claim"),
    path("account/sessions/end-others/", account.end_others, name="end_others"),
    path("account/sessions/<int:session>/end/", account.end, name="end_session"),
]

urlpatterns = [
    path("", include((own, "accounts"))),
    path("account/sign-in/", mounted.login, name="account_login"),
    path("account/sign-out/", mounted.logout, name="account_logout"),
    path("account/inactive/", mounted.inactive, name="account_inactive"),
    path("account/password/change/", mounted.change_password, name="account_change_password"),
    path("account/password/reset/", mounted.reset_password, name="account_reset_password"),
    path("account/password/reset/sent/", mounted.reset_password_done, name="account_reset_password_done"),
    path(
        "account/password/reset/done/",
        mounted.reset_password_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^account/password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        mounted.reset_password_from_key,
        name="account_reset_password_from_key",
    ),
]
