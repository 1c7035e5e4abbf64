package io.liasse.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.store.document.VersionChanges.PageChange;
import io.liasse.store.document.VersionContents.BasePage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class VersionChangesTest {
    @Test
    void saysThatAsFewPagesAsPossibleMoved() {
        assertThat(changed(pages(1, 2, 3, 4, 5), pages(5, 1, 2, 3, 4))).containsExactly(change(5, 1, 0, true));
        assertThat(changed(pages(1, 2, 3), pages(1, 2, 3))).isEmpty();
    }

    @Test
    void tellsWhatWasTakenOutWhereItStood() {
        assertThat(VersionChanges.between(1, pages(1, 2, 3, 4), 2, pages(1, 3)).pages())
                .containsExactly(
                        change(1, 1, 0, false),
                        change(2, null, 0, false),
                        change(3, 2, 0, false),
                        change(4, null, 0, false));
        assertThat(VersionChanges.between(1, pages(1, 2), 2, pages(2)).pages())
                .containsExactly(change(1, null, 0, false), change(2, 1, 0, false));
    }

    @Test
    void tellsWhatCameBackAndHowFarPagesWereTurnedSince() {
        List<BasePage> turned = List.of(new BasePage(1, 2, 270));
        assertThat(VersionChanges.between(2, turned, 3, List.of(new BasePage(1, 1, 0), new BasePage(2, 2, 90)))
                        .pages())
                .containsExactly(change(null, 1, 0, false), change(1, 2, 180, false));
        assertThat(VersionChanges.between(2, List.of(), 3, List.of()).pages()).isEmpty();
    }

    /** Any two versions: each page once, the later ones in order, and those that did not move rising. */
    @RepeatedTest(50)
    void accountsForEveryPage(RepetitionInfo turn) {
        Random random = new Random(turn.getCurrentRepetition());
        List<BasePage> before = some(random);
        List<BasePage> after = some(random);
        List<PageChange> pages = VersionChanges.between(1, before, 2, after).pages();
        assertThat(pages.stream().map(PageChange::after).filter(Objects::nonNull))
                .containsExactlyElementsOf(after.stream().map(BasePage::page).toList());
        assertThat(pages.stream().map(PageChange::before).filter(Objects::nonNull))
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().map(BasePage::page).toList());
        assertThat(pages.stream()
                        .filter(each -> !each.moved() && !each.broughtIn())
                        .map(PageChange::before))
                .isSorted();
    }

    private static List<BasePage> some(Random random) {
        List<Integer> bases =
                new ArrayList<>(IntStream.rangeClosed(1, 12).boxed().toList());
        Collections.shuffle(bases, random);
        Set<Integer> chosen = new HashSet<>(bases.subList(0, random.nextInt(12)));
        bases.retainAll(chosen);
        return pages(bases.stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<BasePage> pages(int... bases) {
        return IntStream.range(0, bases.length)
                .mapToObj(each -> new BasePage(each + 1, bases[each], 0))
                .toList();
    }

    private static List<PageChange> changed(List<BasePage> before, List<BasePage> after) {
        return VersionChanges.between(1, before, 2, after).pages().stream()
                .filter(PageChange::changed)
                .toList();
    }

    private static PageChange change(@Nullable Integer before, @Nullable Integer after, int turned, boolean moved) {
        return new PageChange(before, after, turned, moved);
    }
}
