package io.liasse.capture.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code boundaries.json} says.
 *
 * @param weights how much each reason says alone, 0 to 1
 * @param least score of what is proposed
 * @param salutations beginnings of lines, in small letters like all the words here
 * @param page words before the number of a page
 * @param of words between the number of a page and how many there are
 */
record Words(
        Map<String, Double> weights,
        double least,
        List<String> salutations,
        List<String> closings,
        List<String> headings,
        List<String> page,
        List<String> of) {
    static Words usual() {
        try (InputStream json = Words.class.getResourceAsStream("boundaries.json")) {
            return JsonMapper.builder().build().readValue(json, Words.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
