package io.liasse.store.document;

import io.liasse.store.document.VersionContents.BasePage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of the pages of one version of a document in another.
 *
 * @param pages in the order of the version {@code to}; what was taken out stands where it was
 */
public record VersionChanges(int from, int to, List<PageChange> pages) {
    public VersionChanges {
        pages = List.copyOf(pages);
    }

    /**
     * One page.
     *
     * @param before its number in the one version; null: it is not in there
     * @param after its number in the other; null: it was taken out
     * @param turned clockwise, in degrees: 0, 90, 180 or 270
     * @param moved whether it stands elsewhere among the pages that both have; as few as possible do
     */
    public record PageChange(
            @Nullable Integer before, @Nullable Integer after, int turned, boolean moved) {
        public boolean takenOut() {
            return after == null;
        }

        public boolean broughtIn() {
            return before == null;
        }

        public boolean changed() {
            return takenOut() || broughtIn() || moved || turned != 0;
        }
    }

    static VersionChanges between(int from, List<BasePage> before, int to, List<BasePage> after) {
        Map<Integer, BasePage> known = before.stream().collect(Collectors.toMap(BasePage::base, Function.identity()));
        Set<Integer> inOrder = inOrder(after.stream()
                .map(each -> known.get(each.base()))
                .filter(Objects::nonNull)
                .map(BasePage::page)
                .toList());
        Map<Integer, List<PageChange>> gone = gone(before, after, inOrder);
        List<PageChange> pages = new ArrayList<>(gone.getOrDefault(0, List.of()));
        for (BasePage page : after) {
            BasePage was = known.get(page.base());
            if (was == null) {
                pages.add(new PageChange(null, page.page(), 0, false));
                continue;
            }
            int turned = Math.floorMod(page.turn() - was.turn(), 360);
            pages.add(new PageChange(was.page(), page.page(), turned, !inOrder.contains(was.page())));
            pages.addAll(gone.getOrDefault(was.page(), List.of()));
        }
        return new VersionChanges(from, to, pages);
    }

    /** Pages that were taken out, by the page before them that stayed in its place; 0 for none. */
    private static Map<Integer, List<PageChange>> gone(
            List<BasePage> before, List<BasePage> after, Set<Integer> inOrder) {
        Set<Integer> kept = after.stream().map(BasePage::base).collect(Collectors.toSet());
        Map<Integer, List<PageChange>> gone = new TreeMap<>();
        int anchor = 0;
        for (BasePage page : before) {
            if (!kept.contains(page.base())) {
                gone.computeIfAbsent(anchor, key -> new ArrayList<>()).add(new PageChange(page.page(), null, 0, false));
            } else if (inOrder.contains(page.page())) {
                anchor = page.page();
            }
        }
        return gone;
    }

    /** A longest rising part of the numbers: the pages that need not be said to have moved. */
    private static Set<Integer> inOrder(List<Integer> numbers) {
        int[] least = new int[numbers.size()];
        int[] ends = new int[numbers.size()];
        int[] previous = new int[numbers.size()];
        int length = 0;
        for (int each = 0; each < numbers.size(); each++) {
            int found = Arrays.binarySearch(least, 0, length, numbers.get(each));
            int at = -found - 1;
            least[at] = numbers.get(each);
            ends[at] = each;
            previous[each] = at == 0 ? -1 : ends[at - 1];
            length = Math.max(length, at + 1);
        }
        Set<Integer> part = new HashSet<>();
        for (int each = length == 0 ? -1 : ends[length - 1]; each >= 0; each = previous[each]) {
            part.add(numbers.get(each));
        }
        return part;
    }
}
