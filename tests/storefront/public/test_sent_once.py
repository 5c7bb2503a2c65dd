"""What is sent three times at once is kept once."""

import datetime
from concurrent.futures import ThreadPoolExecutor

from django.db import connection
from django.test import Client
from django.utils import timezone

from storefront.public.complaints.models import Complaint
from tests.storefront.shop.offers import OURS

URL = "/gop-y/"
TYPED = {"kind": "product", "text": "Hạt bị mốc xanh", "name": "Nguyễn Thị Lan", "email": "lan@example.com"}


def test_a_complaint_sent_three_times_at_once_is_one(committed_db):
    def send(_number: int) -> str:
        try:
            return Client().post(URL, TYPED, headers=OURS)["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as threads:
        assert len(set(threads.map(send, range(3)))) == 1
    assert Complaint.objects.count() == 1
    Complaint.objects.update(created_at=timezone.now() - datetime.timedelta(hours=1))
    Client().post(URL, TYPED, headers=OURS)  # this one is meant
    Client().post(URL, {**TYPED, "name": "Lan"}, headers=OURS)
    assert Complaint.objects.count() == 3
