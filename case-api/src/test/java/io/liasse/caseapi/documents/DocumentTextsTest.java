package io.liasse.caseapi.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.store.document.SignatureState;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "_fr", "_de", "_it"})
    void everyReasonEvidenceAndFieldHasItsText(String language) throws IOException {
        Properties texts = texts(language);

        assertThat(Reason.KNOWN)
                .allSatisfy(key -> assertThat(texts).containsKeys("reason." + key, "reason.short." + key));
        assertThat(Proposal.KINDS).allSatisfy(kind -> assertThat(texts).containsKey("evidence." + kind));
        assertThat(Proposal.KINDS)
                .allSatisfy(kind -> assertThat(texts("cases", language)).containsKey("cases.evidence." + kind));
        assertThat(DocumentPages.BECAUSE).allSatisfy(key -> assertThat(texts).containsKey("viewer.because." + key));
        assertThat(SignatureState.values())
                .allSatisfy(state ->
                        assertThat(texts).containsKeys("signature.state." + state, "signature.means." + state));
        assertThat(FieldLine.NAMES).allSatisfy(name -> assertThat(texts).containsKey("field." + name));
        assertThat(FieldNote.KNOWN).allSatisfy(key -> assertThat(texts).containsKey("field.note." + key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_fr", "_de", "_it"})
    void everyLanguageHasTheSameTexts(String language) throws IOException {
        assertThat(texts(language).keySet()).isEqualTo(texts("").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_fr", "_de", "_it"})
    void noTextHasAStraightApostropheOrASharpS(String language) throws IOException {
        assertThat(texts(language).values())
                .noneMatch(
                        text -> text.toString().contains("'") || text.toString().contains("ß"));
    }

    @Test
    void takesAReasonApart() {
        Reason reason = Reason.of("internal|a1b2").orElseThrow();

        assertThat(reason.messageKey()).isEqualTo("reason.internal");
        assertThat(reason.messageArguments()).containsExactly("a1b2");
    }

    @Test
    void saysAReasonItDoesNotKnowByItsKey() {
        Reason reason = Reason.of("new-thing|x").orElseThrow();

        assertThat(reason.messageKey()).isEqualTo("reason.other");
        assertThat(reason.messageArguments()).containsExactly("new-thing");
    }

    private static Properties texts(String language) throws IOException {
        return texts("documents", language);
    }

    private static Properties texts(String bundle, String language) throws IOException {
        String path = "/messages/" + bundle + language + ".properties";
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(DocumentTextsTest.class.getResourceAsStream(path)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
