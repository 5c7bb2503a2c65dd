"""A refused form says on top what is wrong, with a way to each field; the window's title says it too."""

import re

import pytest
from django import forms
from django.test import Client

from storefront.web.form_faults import Fault, faults_of

pytestmark = pytest.mark.django_db


class Sample(forms.Form):
    name = forms.CharField(label="Name", error_messages={"required": "Please write your name."})
    way = forms.ChoiceField(label="Way", choices=[("post", "Post")], widget=forms.RadioSelect)
    trap = forms.CharField(required=False, max_length=1, widget=forms.HiddenInput)

    def clean(self):
        raise forms.ValidationError("Not both.")


def test_each_fault_leads_to_its_control_and_djangos_words_name_the_field():
    assert faults_of(Sample({"trap": "long"}))[:3] == [
        Fault("Not both."),
        Fault("Please write your name.", "id_name"),
        Fault("Way: Hãy điền vào ô này.", "id_way_0"),
    ]
    assert faults_of(Sample({"trap": "long"}))[3].target == ""
    assert faults_of(Sample()) == faults_of(None) == []


@pytest.mark.parametrize(
    ("path", "sent"),
    [("/gop-y/", {"kind": "order"}), ("/tai-khoan/dang-nhap/", {"login": ""}), ("/don-hang/", {"number": "x"})],
)
def test_every_form_says_what_is_wrong_in_one_way(path, sent):
    shown = Client().get(path).content.decode()
    assert "<title>Lỗi: " not in shown
    assert "error-summary" not in shown
    page = Client().post(path, sent, headers={"sec-fetch-site": "same-origin"}).content.decode()
    assert "<title>Lỗi: " in page
    assert re.search(r'<div class="[^"]*error-summary" role="alert" tabindex="-1" autofocus>', page)
    targets = re.findall(r'<li><a href="#([^"]+)">', page)
    assert targets
    for target in targets:
        control = re.search(rf'<[^>]*\bid="{target}"[^>]*>', page)[0]
        assert 'aria-invalid="true"' in control
        described = re.search(r'aria-describedby="([^"]+)"', page[page.index(control) - 400 :])[1]
        assert all(f'id="{one}"' in page for one in described.split())
    assert all("novalidate" in form for form in re.findall(r'<form[^>]*class="form"[^>]*method="post"[^>]*>', page))
