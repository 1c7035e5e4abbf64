package io.liasse.caseapi.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.caseapi.documents.MarkedText.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

class MarkedTextTest {
    @Test
    void takesMarksOfASnippetApart() {
        assertThat(MarkedText.ofSnippet("sera <mark>facturée</mark> à l&#39;assureur"))
                .containsExactly(
                        new Piece("sera ", false), new Piece("facturée", true), new Piece(" à l'assureur", false));
    }

    @Test
    void treatsEveryOtherTagAsText() {
        String hostile = "<script>alert(1)</script> <mark><img src=x onerror=alert(1)></mark> <MARK>x</MARK>";

        List<Piece> pieces = MarkedText.ofSnippet(hostile);

        assertThat(textOf(pieces)).contains("<script>", "<img src=x onerror=alert(1)>", "<MARK>");
        assertThat(pieces).filteredOn(Piece::marked).hasSize(1);
    }

    @Test
    void bearsMarksThatAreNeverClosed() {
        assertThat(textOf(MarkedText.ofSnippet("a <mark>b"))).isEqualTo("a b");
    }

    @Test
    void unescapesOnceOnly() {
        assertThat(textOf(MarkedText.ofSnippet("&amp;lt;b&amp;gt;"))).isEqualTo("&lt;b&gt;");
    }

    @Test
    void givesBackWhatWasEscaped() {
        String text = "Müller & Söhne <info@example.ch> \"10 > 9\" l'été";

        assertThat(textOf(MarkedText.ofSnippet(HtmlUtils.htmlEscape(text, "UTF-8"))))
                .isEqualTo(text);
    }

    @Test
    void marksWordsWhateverTheirCaseAndAccents() {
        assertThat(MarkedText.in("La Logopédie est facturée.", List.of("logopedie", "factur")))
                .filteredOn(Piece::marked)
                .extracting(Piece::text)
                .containsExactly("Logopédie", "factur");
    }

    @Test
    void marksOnlyBeginningsOfWords() {
        assertThat(MarkedText.in("unfair", List.of("fair"))).containsExactly(new Piece("unfair", false));
    }

    private static String textOf(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
