package io.liasse.capture.page;

/** A rectangle on a page, in points (1/72 inch), origin top left of the page as displayed. */
record Box(double left, double top, double width, double height) {}
