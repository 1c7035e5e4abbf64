package io.liasse.capture.field;

/** What needs to know today's date or the country. */
record Finders(Dates dates, Phones phones) {}
