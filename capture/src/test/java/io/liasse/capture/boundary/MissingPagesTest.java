package io.liasse.capture.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.Reading.ReadPage;
import io.liasse.capture.boundary.MissingPages.Missing;
import io.liasse.capture.boundary.MissingPages.OnlyBacks;
import io.liasse.capture.boundary.MissingPages.OnlyFronts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MissingPagesTest {
    private final MissingPages missing = new MissingPages();

    @Test
    void tellsWhichPageIsMissing() {
        assertThat(missing.in(pages("Seite 1 von 4", "Seite 2 von 4", "Seite 4 von 4")))
                .contains(new Missing(List.of(3), 4));
        assertThat(missing.in(pages("page 1 of 3", "page 2 of 3"))).contains(new Missing(List.of(3), 3));
        assertThat(missing.in(pages("2/5", "3/5", "5/5"))).contains(new Missing(List.of(1, 4), 5));
    }

    @Test
    void tellsFrontsAndBacks() {
        assertThat(missing.in(pages("1/6", "3/6", "5/6"))).contains(new OnlyFronts());
        assertThat(missing.in(pages("6/6", "4/6", "2/6"))).contains(new OnlyBacks());
        assertThat(missing.in(pages("Seite 2 von 5", "Seite 4 von 5"))).contains(new OnlyBacks());
    }

    @Test
    void understandsNumbersReadWithoutSpacesAndWithALetterForOne() {
        assertThat(missing.in(pages("Seite lvon4", "Seite3von4"))).contains(new OnlyFronts());
        assertThat(missing.in(pages("page l", "page 3 of 4"))).isEmpty();
    }

    @Test
    void saysNothingOfWholeDocumentsAndWhereItCannotKnow() {
        assertThat(missing.in(pages("1/3", "2/3", "3/3"))).isEmpty();
        assertThat(missing.in(pages("3/3", "2/3", "1/3"))).isEmpty();
        assertThat(missing.in(pages("1/3"))).isEmpty();
        assertThat(missing.in(pages("1/2", "2/2", "1/2", "2/2"))).isEmpty();
        assertThat(missing.in(pages("1/4", "2/4", "no number here", "4/4"))).isEmpty();
        assertThat(missing.in(pages("1/3", "2/4"))).isEmpty();
        assertThat(missing.in(pages("a letter", "of two pages"))).isEmpty();
        assertThat(missing.in(List.of())).isEmpty();
    }

    private static List<ReadPage> pages(String... numbers) {
        List<ReadPage> pages = new ArrayList<>();
        for (String number : numbers) {
            String text = "Some text of a page\nthat goes on\n" + number;
            pages.add(
                    new ReadPage(pages.size() + 1, text, "ocr", "picture", null, 0.9, 595, 842, List.of(), List.of()));
        }
        return pages;
    }
}
