package io.liasse.store.document;

/** A rectangle on a page as fractions of its width and height, origin top left, each 0 to 1. */
public record Box(double x, double y, double width, double height) {}
