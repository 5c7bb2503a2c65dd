"""Vietnamese: 5/11/2023, 11/2023, 8:05. What is not said here is as Django has it."""

DATE_FORMAT = SHORT_DATE_FORMAT = "j/n/Y"
YEAR_MONTH_FORMAT = "n/Y"
TIME_FORMAT = "G:i"
DATETIME_FORMAT = SHORT_DATETIME_FORMAT = "j/n/Y G:i"
