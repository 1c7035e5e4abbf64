package io.liasse.routes.reading;

import io.liasse.routes.batch.CoverCode;
import io.liasse.routes.batch.Section;
import io.liasse.store.document.Box;
import io.liasse.store.document.Field;
import io.liasse.store.document.PageText;
import io.liasse.store.document.ReadResult;
import io.liasse.store.document.Rendition;
import io.liasse.store.document.RenditionKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was found on some pages of documents that were read, as of a document of these pages, and of no others. */
final class Selection {
    private final List<DivideStack.Source> sources;
    private final DivideStack.Wanted wanted;
    private final Map<DivideStack.Leaf, Integer> becomes = new HashMap<>();

    Selection(List<DivideStack.Source> sources, DivideStack.Wanted wanted) {
        this.sources = sources;
        this.wanted = wanted;
        wanted.leaves()
                .forEach(leaf -> becomes.put(new DivideStack.Leaf(leaf.source(), leaf.page()), becomes.size() + 1));
    }

    ReadResult result(List<Rendition> renditions) {
        List<PageText> pages = pages();
        return new ReadResult(
                "application/pdf",
                null,
                null,
                language(pages),
                confidence(pages),
                scanner(),
                millis(),
                pages,
                fields(),
                renditions,
                List.of(),
                List.of());
    }

    private @Nullable String scanner() {
        return sources.stream()
                .map(source -> source.found().scanner())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    String text() {
        return pages().stream().map(PageText::text).collect(Collectors.joining("\f"));
    }

    /** The pictures of its pages that stay the objects they are, since these pages are not turned. */
    List<Rendition> pictures() {
        List<Rendition> pictures = new ArrayList<>();
        for (int source = 0; source < sources.size(); source++) {
            for (Rendition each : sources.get(source).found().renditions()) {
                Integer page = becomes.get(new DivideStack.Leaf(source, each.page()));
                if (each.kind() == RenditionKind.PAGE && page != null && turn(page) == 0) {
                    pictures.add(new Rendition(RenditionKind.PAGE, page, each.object(), each.mediaType()));
                }
            }
        }
        return pictures;
    }

    private int turn(int page) {
        return wanted.leaves().get(page - 1).turn();
    }

    private List<PageText> pages() {
        List<PageText> pages = new ArrayList<>();
        for (DivideStack.Leaf leaf : wanted.leaves()) {
            PageText page = sources.get(leaf.source()).found().pages().get(leaf.page() - 1);
            boolean upended = leaf.turn() % 180 != 0;
            pages.add(new PageText(
                    pages.size() + 1,
                    page.text(),
                    page.source(),
                    page.because(),
                    page.language(),
                    page.confidence(),
                    upended ? page.height() : page.width(),
                    upended ? page.width() : page.height()));
        }
        return pages;
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>(of(wanted.section()));
        for (int source = 0; source < sources.size(); source++) {
            for (Field each : sources.get(source).found().fields()) {
                moved(each, source).ifPresent(fields::add);
            }
        }
        return fields;
    }

    private Optional<Field> moved(Field field, int source) {
        Integer page = field.page() == null ? null : becomes.get(new DivideStack.Leaf(source, field.page()));
        return page == null
                ? Optional.empty()
                : Optional.of(new Field(
                        field.name(),
                        field.value(),
                        page,
                        turned(field.box(), turn(page)),
                        field.confidence(),
                        field.valid(),
                        field.label(),
                        field.note()));
    }

    private static @Nullable Box turned(@Nullable Box box, int turn) {
        return box == null ? null : box.turned(turn);
    }

    private List<Field> of(Section section) {
        return labels(section)
                .flatMap(each -> moved(each, 0).or(() -> Optional.of(each)).stream())
                .toList();
    }

    /** What sheets and labels say, as fields; on pages of the stack. */
    static Stream<Field> labels(Section section) {
        CoverCode cover = section.cover();
        Stream<Field> covers = cover == null
                ? Stream.of()
                : Stream.of(new Field(FoundFields.COVER_SHEET, cover.reference().toString(), null, null, 1.0, true));
        return Stream.of(covers, Stream.ofNullable(section.number()), section.tags().stream())
                .flatMap(each -> each);
    }

    private static @Nullable String language(List<PageText> pages) {
        return pages.stream()
                .filter(page -> page.language() != null)
                .collect(Collectors.groupingBy(
                        PageText::language,
                        Collectors.summingLong(page -> page.text().length())))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** Mean over the recognised pages, each weighed by its text. */
    private static @Nullable Double confidence(List<PageText> pages) {
        double sum = 0;
        long letters = 0;
        for (PageText page : pages) {
            Double confidence = page.confidence();
            if (confidence != null) {
                sum += confidence * page.text().length();
                letters += page.text().length();
            }
        }
        return letters == 0 ? null : sum / letters;
    }

    /** Its share of the time that reading took. */
    private long millis() {
        return wanted.leaves().stream()
                .mapToLong(leaf -> {
                    ReadResult found = sources.get(leaf.source()).found();
                    return found.millis() / Math.max(1, found.pages().size());
                })
                .sum();
    }
}
