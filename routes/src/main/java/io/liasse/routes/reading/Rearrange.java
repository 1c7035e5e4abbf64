package io.liasse.routes.reading;

import io.liasse.routes.batch.Section;
import io.liasse.routes.workplace.Workplace;
import io.liasse.store.document.Document;
import io.liasse.store.document.PageEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Step: makes documents of pages as a person said, of documents that were read before: divided before some pages, or fronts
 * and backs put together, without reading anything again; or in any way ({@link ArrangePages}).
 */
@Component
final class Rearrange {
    private final PageEdits edits;
    private final KnownSources known;
    private final DivideStack divide;
    private final KeepResult keep;
    private final ArrangePages arrange;

    Rearrange(PageEdits edits, KnownSources known, DivideStack divide, KeepResult keep, ArrangePages arrange) {
        this.edits = edits;
        this.known = known;
        this.divide = divide;
        this.keep = keep;
        this.arrange = arrange;
    }

    void rearrange(ReadingJob job, Document document, Attempt attempt, Workplace.Desk desk) {
        if (job.arrangement() != null) {
            arrange.arrange(job.arrangement(), document, attempt, desk);
            return;
        }
        List<DivideStack.Source> sources = new ArrayList<>(List.of(known.of(document, desk)));
        job.backsId().ifPresent(backs -> sources.add(known.started(backs, desk)));
        List<DivideStack.Wanted> wanted =
                job.begins() == null ? collated(sources) : divided(sources.getFirst(), job.begins());
        divide.divide(sources, wanted, attempt, desk)
                .ifPresentOrElse(
                        made -> keep.keepRearranged(sources, made),
                        () -> sources.forEach(
                                each -> edits.giveUp(each.document().id(), "not-divided")));
    }

    private static List<DivideStack.Wanted> divided(DivideStack.Source source, List<Integer> begins) {
        int pages = source.found().pages().size();
        List<Integer> firsts = new ArrayList<>(new TreeSet<>(begins));
        firsts.addFirst(1);
        firsts.add(pages + 1);
        return IntStream.range(1, firsts.size())
                .mapToObj(each -> IntStream.range(firsts.get(each - 1), firsts.get(each))
                        .boxed()
                        .toList())
                .map(each -> wanted(
                        SectionName.of(source.document().name(), each),
                        each.stream().map(page -> new DivideStack.Leaf(0, page)).toList()))
                .toList();
    }

    /** The first front, the last back, the second front, the last back but one … */
    private static List<DivideStack.Wanted> collated(List<DivideStack.Source> sources) {
        int sheets = sources.getFirst().found().pages().size();
        List<DivideStack.Leaf> leaves = new ArrayList<>();
        for (int sheet = 1; sheet <= sheets; sheet++) {
            leaves.add(new DivideStack.Leaf(0, sheet));
            leaves.add(new DivideStack.Leaf(1, sheets - sheet + 1));
        }
        return List.of(wanted(sources.getFirst().document().name(), leaves));
    }

    private static DivideStack.Wanted wanted(String name, List<DivideStack.Leaf> leaves) {
        return new DivideStack.Wanted(name, leaves, new Section(List.of(), null, null, List.of()));
    }
}
