package io.liasse.capture.ocr;

/**
 * A recognised word in pixels of the picture, origin top left.
 *
 * @param line counted through the page
 * @param block counted through the page
 * @param confidence 0 to 1
 */
public record Word(String text, double confidence, int block, int line, int x, int y, int width, int height) {}
