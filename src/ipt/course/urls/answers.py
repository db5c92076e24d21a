"""Addresses of activities put to a cohort, their answers and their results."""

from django.urls import path

from ipt.course.views import answers, quotes, results, sittings

urlpatterns = [
    path("cohorts/<uuid:cohort>/sittings/", sittings.sittings, name="sittings"),
    path("cohorts/<uuid:cohort>/sittings/open/", sittings.open_one, name="open_sitting"),
    path("cohorts/<uuid:cohort>/feedback/", results.feedback, name="feedback"),
    path("sittings/<uuid:sitting>/", answers.sitting, name="sitting"),
    path("sittings/<uuid:sitting>/close/", sittings.close, name="close_sitting"),
    path("sittings/<uuid:sitting>/reveal/", sittings.reveal, name="reveal_results"),
    path("sittings/<uuid:sitting>/paper/", sittings.paper, name="sitting_paper"),
    path("sittings/<uuid:sitting>/results/", results.results, name="results"),
    path("sittings/<uuid:sitting>/export.csv", results.export, name="export_answers"),
    path("sittings/<uuid:sitting>/quotes/", results.quote, name="choose_quote"),
    path("quote/", quotes.withdraw, name="withdraw_quote"),
]
