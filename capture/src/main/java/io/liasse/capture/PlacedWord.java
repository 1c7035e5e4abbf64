package io.liasse.capture;

/**
 * A word and its place on the upright page, in shares of the page's width and height from the upper left corner.
 *
 * @param text without white space
 */
public record PlacedWord(String text, double x, double y, double width, double height) {}
