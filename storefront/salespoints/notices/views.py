"""What a sales point was told of recalls, for those who work there."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from storefront.salespoints.access import sales_point_for
from storefront.salespoints.models import RecallNotice
from storefront.salespoints.notices.queries import notices_of, recalled_on_shelf
from storefront.salespoints.notices.services import confirm_notice


@require_safe
@never_cache
@login_required
def notices(request, pk: int):
    point = sales_point_for(request.user, pk)
    context = {"point": point, "notices": notices_of(point), "recalled": recalled_on_shelf(point)}
    return render(request, "salespoints/notices.html", context)


@require_POST
@never_cache
@login_required
def confirm(request, pk: int, notice_id: int):
    point = sales_point_for(request.user, pk)
    notice = get_object_or_404(RecallNotice, pk=notice_id, sales_point=point)
    confirm_notice(notice=notice, by=request.user)
    return redirect("sales-point-notices", pk)
