"""English: 5 November 2023, November 2023, 8:05. What is not said here is as Django has it."""

DATE_FORMAT = SHORT_DATE_FORMAT = "j F Y"
YEAR_MONTH_FORMAT = "F Y"
TIME_FORMAT = "G:i"
DATETIME_FORMAT = SHORT_DATETIME_FORMAT = "j F Y, G:i"
