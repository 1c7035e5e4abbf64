package io.liasse.caseapi.correction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which words of one text stand for which of another: the way with the least change from the one to the other, where putting
 * a word in place of one that is like it changes least. So the places of words that were read carry over to words that were
 * corrected.
 */
final class Alignment {
    /** Cells of the table, one byte each; texts that differ in more words than that keep only what they begin and end with. */
    private static final long MOST = 4_000_000;

    private static final int MISSING = 3;
    private static final int ALIKE = 3;
    private static final int OTHER = 4;

    private static final byte BOTH = 0;
    private static final byte BEFORE_ONLY = 1;
    private static final byte AFTER_ONLY = 2;

    /** Words of the text before, and the words of the text after that stand for them; indexes from 0. */
    record Pair(List<Integer> before, List<Integer> after) {}

    private final List<String> before;
    private final List<String> after;
    private final List<Pair> pairs = new ArrayList<>();

    private Alignment(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * In order, each word once. Where several words became one, or one became several, they are in one pair; words that were
     * left out or added have a pair with an empty side.
     */
    static List<Pair> of(List<String> before, List<String> after) {
        return new Alignment(before, after).pairs();
    }

    private List<Pair> pairs() {
        int begin = 0;
        int shorter = Math.min(before.size(), after.size());
        while (begin < shorter && before.get(begin).equals(after.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        for (int each = 0; each < begin; each++) {
            pairs.add(pair(each, each));
        }
        middle(begin, before.size() - end, after.size() - end);
        for (int each = end; each > 0; each--) {
            pairs.add(pair(before.size() - each, after.size() - each));
        }
        return pairs;
    }

    private void middle(int begin, int beforeEnd, int afterEnd) {
        int rows = beforeEnd - begin;
        int columns = afterEnd - begin;
        if ((long) (rows + 1) * (columns + 1) > MOST) {
            run(range(begin, beforeEnd), List.of());
            run(List.of(), range(begin, afterEnd));
            return;
        }
        byte[][] ways = ways(begin, rows, columns);
        List<Pair> steps = new ArrayList<>();
        int row = rows;
        int column = columns;
        while (row > 0 || column > 0) {
            byte way = ways[row][column];
            List<Integer> left = way == AFTER_ONLY ? List.of() : List.of(begin + --row);
            List<Integer> right = way == BEFORE_ONLY ? List.of() : List.of(begin + --column);
            steps.add(new Pair(left, right));
        }
        Collections.reverse(steps);
        runs(steps);
    }

    private byte[][] ways(int begin, int rows, int columns) {
        byte[][] ways = new byte[rows + 1][columns + 1];
        int[] above = new int[columns + 1];
        for (int column = 1; column <= columns; column++) {
            above[column] = column * MISSING;
            ways[0][column] = AFTER_ONLY;
        }
        for (int row = 1; row <= rows; row++) {
            int[] here = new int[columns + 1];
            here[0] = row * MISSING;
            ways[row][0] = BEFORE_ONLY;
            for (int column = 1; column <= columns; column++) {
                int both = above[column - 1] + change(before.get(begin + row - 1), after.get(begin + column - 1));
                int least = Math.min(both, Math.min(above[column], here[column - 1]) + MISSING);
                here[column] = least;
                ways[row][column] = least == both ? BOTH : least == above[column] + MISSING ? BEFORE_ONLY : AFTER_ONLY;
            }
            above = here;
        }
        return ways;
    }

    private static int change(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        int shorter = Math.min(one.length(), other.length());
        int begin = 0;
        while (begin < shorter && one.charAt(begin) == other.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return 2 * (begin + end) >= Math.max(one.length(), other.length()) ? ALIKE : OTHER;
    }

    /** Steps between words that are the same are taken together. */
    private void runs(List<Pair> steps) {
        List<Pair> run = new ArrayList<>();
        for (Pair step : steps) {
            if (isSame(step)) {
                close(run);
                pairs.add(step);
            } else {
                run.add(step);
            }
        }
        close(run);
    }

    private boolean isSame(Pair step) {
        return step.before().size() == 1
                && step.after().size() == 1
                && before.get(step.before().getFirst())
                        .equals(after.get(step.after().getFirst()));
    }

    /** One word for several or several for one where the letters are about the same, or else word for word. */
    private void close(List<Pair> run) {
        List<Integer> left =
                run.stream().flatMap(each -> each.before().stream()).toList();
        List<Integer> right =
                run.stream().flatMap(each -> each.after().stream()).toList();
        if ((left.size() == 1 || right.size() == 1) && change(letters(left, before), letters(right, after)) < OTHER) {
            run(left, right);
        } else {
            pairs.addAll(run);
        }
        run.clear();
    }

    private static String letters(List<Integer> indexes, List<String> words) {
        StringBuilder letters = new StringBuilder();
        indexes.forEach(each -> letters.append(words.get(each)));
        return letters.toString();
    }

    private void run(List<Integer> left, List<Integer> right) {
        if (!left.isEmpty() || !right.isEmpty()) {
            pairs.add(new Pair(left, right));
        }
    }

    private static Pair pair(int left, int right) {
        return new Pair(List.of(left), List.of(right));
    }

    private static List<Integer> range(int begin, int end) {
        return java.util.stream.IntStream.range(begin, end).boxed().toList();
    }
}
