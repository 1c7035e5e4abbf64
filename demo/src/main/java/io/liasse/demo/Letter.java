package io.liasse.demo;

import java.util.List;

/** A letter made up for the demonstration: its lines from top to bottom, empty ones for space. */
record Letter(String fileName, List<String> lines) {
    Letter {
        lines = List.copyOf(lines);
    }
}
