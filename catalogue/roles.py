"""Names of the groups of accounts, as administrators see them. Wagtail's page permissions go by the same names."""

PRODUCERS = "Chủ thể OCOP"
SALES_POINTS = "Điểm bán"
OFFICERS = "Cán bộ tỉnh"
"""Province officers: keep the register; approve, reject, edit and publish stories."""
EDITORS = "Biên tập viên"
"""Editors: write and publish stories, news, fairs and information; approve stories."""
ADMINISTRATORS = "Quản trị"
