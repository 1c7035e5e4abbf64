package io.liasse.routes.batch;

import io.liasse.store.document.Field;
import io.liasse.store.document.PageText;
import io.liasse.store.document.ReadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Tells the documents of a stack apart by the codes on its pages. The rules:
 *
 * <ol>
 *   <li>A separator sheet ends a document. What stood on earlier sheets does not reach beyond it.
 *   <li>The cover sheet of a case begins a document, which is filed there.
 *   <li>A label with an archive number, or a tag, begins a document with the page it is on. The same number again does not.
 *   <li>Sheets that follow one another, with blank pages or without, speak for the one document after them.
 *   <li>Sheets and blank pages do not become documents, and are left out unless the settings say otherwise.
 *   <li>Any other code, and one of ours with a wrong check digit, is only data.
 * </ol>
 *
 * Thread-safe.
 */
@Component
@EnableConfigurationProperties(BatchSettings.class)
public final class Sheets {
    private static final Set<String> BLANK = Set.of("blank-page", "empty-page");

    private final BatchSettings settings;
    private final Pattern number;

    Sheets(BatchSettings settings) {
        this.settings = settings;
        this.number =
                Pattern.compile("(?i)" + Pattern.quote(settings.archiveNumberPrefix()) + "[\\s:#-]*0*(\\d{1,18})");
    }

    /** What the codes say. */
    public Stack of(ReadResult found) {
        List<Page> pages = found.pages().stream().map(page -> page(page, found)).toList();
        if (!settings.enabled() || pages.stream().noneMatch(Page::marked)) {
            return new Stack.Whole(new Section(all(found), null, null, List.of()));
        }
        Sorting sorting = new Sorting();
        pages.forEach(sorting::add);
        sorting.close();
        return sorting.stack(all(found));
    }

    private static List<Integer> all(ReadResult found) {
        return IntStream.rangeClosed(1, found.pages().size()).boxed().toList();
    }

    /** A page with what its codes mean. */
    private record Page(
            int number,
            boolean blank,
            boolean separator,
            @Nullable CoverCode cover,
            @Nullable Field archiveNumber,
            List<Field> tags) {
        boolean marked() {
            return separator || cover != null || labelled();
        }

        boolean labelled() {
            return archiveNumber != null || !tags.isEmpty();
        }

        boolean sheet() {
            return (separator || cover != null) && !labelled();
        }
    }

    private Page page(PageText page, ReadResult found) {
        List<Field> codes = found.fields().stream()
                .filter(field -> field.name().equals("barcode") && Objects.equals(field.page(), page.page()))
                .toList();
        return new Page(
                page.page(),
                page.because() != null && BLANK.contains(page.because()),
                codes.stream()
                        .anyMatch(code ->
                                settings.separators().contains(code.value().strip())),
                first(codes, code -> CoverCode.parse(code.value())),
                first(codes, this::archiveNumber),
                codes.stream().flatMap(code -> tag(code).stream()).distinct().toList());
    }

    private static <T> @Nullable T first(List<Field> codes, Function<Field, Optional<T>> meaning) {
        return codes.stream()
                .flatMap(code -> meaning.apply(code).stream())
                .findFirst()
                .orElse(null);
    }

    private Optional<Field> archiveNumber(Field code) {
        return Optional.of(number.matcher(code.value().strip()))
                .filter(java.util.regex.Matcher::matches)
                .map(found -> named(Field.ARCHIVE_NUMBER, found.group(1), code));
    }

    private Optional<Field> tag(Field code) {
        String value = code.value().strip();
        String prefix = settings.tagPrefix();
        boolean tag = value.regionMatches(true, 0, prefix, 0, prefix.length()) && value.length() > prefix.length();
        return tag ? Optional.of(named("tag", value.substring(prefix.length()).strip(), code)) : Optional.empty();
    }

    private static Field named(String name, String value, Field code) {
        return new Field(name, value, code.page(), code.box(), code.confidence(), code.valid());
    }

    /** The pages gone through so far. */
    private final class Sorting {
        private final List<Section> sections = new ArrayList<>();
        private boolean sheetsLeftOut;
        private Open open = new Open();

        /** The document that the next page may belong to. */
        private static final class Open {
            private final List<Integer> pages = new ArrayList<>();
            private final List<Field> tags = new ArrayList<>();
            private boolean begun;
            private @Nullable CoverCode cover;
            private @Nullable Field number;

            boolean has(Field other) {
                return number != null && number.value().equals(other.value());
            }
        }

        void add(Page page) {
            if (page.separator()) {
                close();
                open.cover = null;
            }
            if (page.cover() != null) {
                closeIfBegun();
                open.cover = page.cover();
            }
            label(page);
            place(page);
        }

        private void label(Page page) {
            Field number = page.archiveNumber();
            if (number != null && !open.has(number)) {
                closeIfBegun();
                open.number = number;
            } else if (number == null && !page.tags().isEmpty() && settings.tagsDivide()) {
                closeIfBegun();
            }
            open.tags.addAll(page.tags());
        }

        private void place(Page page) {
            boolean kept = (page.separator() && settings.keepSeparators())
                    || (page.cover() != null && settings.keepCoverSheets());
            if (page.sheet()) {
                sheetsLeftOut |= !kept;
            } else if (!page.blank()) {
                open.begun = true;
                kept = true;
            } else {
                kept = settings.keepBlankPages();
            }
            if (kept) {
                open.pages.add(page.number());
            }
        }

        private void closeIfBegun() {
            if (open.begun) {
                close();
            }
        }

        void close() {
            if (open.begun) {
                sections.add(new Section(open.pages, open.cover, open.number, open.tags));
            }
            if (open.begun || open.cover != null) {
                open = new Open();
            }
        }

        Stack stack(List<Integer> all) {
            if (sections.isEmpty()) {
                return new Stack.OnlySheets();
            }
            Section first = sections.getFirst();
            return sections.size() == 1 && !sheetsLeftOut
                    ? new Stack.Whole(new Section(all, first.cover(), first.number(), first.tags()))
                    : new Stack.Sections(sections);
        }
    }
}
