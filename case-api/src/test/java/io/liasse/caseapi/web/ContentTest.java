package io.liasse.caseapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.caseapi.web.Content.Disposition;
import io.liasse.store.object.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {
    private static final Sha256 HASH = new Sha256("0".repeat(64));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "TEXT/HTML; charset=utf-8",
                "application/xhtml+xml",
                "image/svg+xml",
                "text/xml",
                "application/xml",
                "application/javascript",
                "text/javascript",
                "application/ecmascript; x",
                "message/rfc822",
                "multipart/related",
                "nonsense",
                "",
                "text/plain\r\nX-Evil: 1"
            })
    void sendsWhatCouldRunAsBytesToBeSaved(String type) {
        Content content = new Content(HASH, 1, "a", type, Disposition.INLINE);
        assertThat(content.safeType()).isEqualTo("application/octet-stream");
        assertThat(content.isShown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf,application/pdf",
        "image/jpeg,image/jpeg",
        "text/plain;charset=utf-8,text/plain;charset=UTF-8",
        "text/csv,text/plain"
    })
    void showsWhatIsHarmless(String type, String sent) {
        Content content = new Content(HASH, 1, "a", type, Disposition.INLINE);
        assertThat(content.safeType()).isEqualTo(sent);
        assertThat(content.isShown()).isTrue();
    }

    @Test
    void showsNothingThatIsToBeSaved() {
        assertThat(new Content(HASH, 1, "a", "image/png", Disposition.ATTACHMENT).isShown())
                .isFalse();
    }
}
