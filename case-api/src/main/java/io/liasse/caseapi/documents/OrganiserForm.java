package io.liasse.caseapi.documents;

import io.liasse.routes.PageEditing.PageOrder;
import io.liasse.store.InvalidInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How pages are arranged on the screen: by its script in one line, or by plain fields for some pages in a row.
 *
 * @param arrangement pages that stay in their order, {@code 3,1:90;2}: turned clockwise behind a colon, documents parted by
 *     semicolons; null where the plain fields were used
 * @param first page that the first of the plain fields is of
 * @param position where each of these pages is to stand
 * @param degrees how far each of them is turned
 * @param delete pages that are taken out
 * @param begins pages on which another document begins
 */
record OrganiserForm(
        @Nullable String arrangement,
        @Nullable Long version,
        @Nullable Integer first,
        @Nullable List<@Nullable Integer> position,
        @Nullable List<@Nullable Integer> degrees,
        @Nullable List<@Nullable Integer> delete,
        @Nullable List<@Nullable Integer> begins) {
    private static final int MOST_LETTERS = 200_000;
    private static final Pattern FORM = Pattern.compile("[0-9:,;]*");
    private static final Pattern SHEET = Pattern.compile("(\\d{1,7})(?::(\\d{1,3}))?");

    /** Of a document with so many pages. */
    PageOrder order(int pages) {
        return arrangement == null ? plain(pages) : scripted(arrangement);
    }

    private static PageOrder scripted(String arrangement) {
        if (arrangement.length() > MOST_LETTERS || !FORM.matcher(arrangement).matches()) {
            throw new InvalidInput("order", "cannot be read");
        }
        List<Integer> order = new ArrayList<>();
        Map<Integer, Integer> turns = new HashMap<>();
        List<Integer> at = new ArrayList<>();
        for (String document : arrangement.split(";")) {
            if (!order.isEmpty()) {
                at.add(order.size() + 1);
            }
            for (MatchResult sheet : SHEET.matcher(document).results().toList()) {
                int page = Integer.parseInt(sheet.group(1));
                order.add(page);
                if (sheet.group(2) != null) {
                    turns.put(page, Integer.parseInt(sheet.group(2)));
                }
            }
        }
        return new PageOrder(order, turns, at);
    }

    /** A page stands before those that have its place, if it came from behind, and after them, if from before. */
    private PageOrder plain(int pages) {
        Map<Integer, Double> places = new HashMap<>();
        Map<Integer, Integer> turns = new HashMap<>();
        int from = first == null ? 1 : first;
        for (int each = 0; each < size(position); each++) {
            int page = from + each;
            Integer place = value(position, each);
            places.put(page, place == null || place == page ? page : place + (place < page ? -0.5 : 0.5));
            Integer turn = value(degrees, each);
            if (turn != null && turn != 0) {
                turns.put(page, turn);
            }
        }
        Set<Integer> gone = new HashSet<>(delete == null ? List.of() : delete);
        List<Integer> order = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
            if (!gone.contains(page)) {
                order.add(page);
            }
        }
        order.sort(Comparator.comparingDouble(page -> places.getOrDefault(page, (double) page)));
        List<Integer> at = new ArrayList<>();
        for (Integer page : begins == null ? List.<Integer>of() : begins) {
            int place = page == null ? 0 : order.indexOf(page) + 1;
            if (place > 1) {
                at.add(place);
            }
        }
        return new PageOrder(order, turns, at);
    }

    private static int size(@Nullable List<?> values) {
        return values == null ? 0 : values.size();
    }

    private static @Nullable Integer value(@Nullable List<@Nullable Integer> values, int index) {
        return index < size(values) && values != null ? values.get(index) : null;
    }
}
