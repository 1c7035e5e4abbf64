package io.liasse.store.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DocumentTypesTest {
    @Test
    void offersWhatTheConfigurationAddsBeforeTheLastOne() {
        DocumentTypes types = new DocumentTypes(bound(Map.of(
                "liasse.documents.types.site-plan.fr", "Plan de situation",
                "liasse.documents.types.site-plan.en", "Site plan")));
        assertThat(types.all()).hasSize(12).endsWith("site-plan", "other").startsWith("letter");
        assertThat(types.nameOfAdded("site-plan", "fr")).contains("Plan de situation");
        assertThat(types.nameOfAdded("site-plan", "de")).contains("Site plan");
        assertThat(types.nameOfAdded("letter", "fr")).isEmpty();
    }

    @Test
    void needsNothingConfigured() {
        assertThat(new DocumentTypes(new DocumentTypeSettings(null)).all())
                .containsExactlyElementsOf(DocumentTypes.OF_THE_PROGRAM);
    }

    @Test
    void saysWhichTypeIsWronglyConfigured() {
        assertThatThrownBy(() -> new DocumentTypeSettings(Map.of("Site Plan", Map.of("en", "Site plan"))))
                .hasMessageContaining("liasse.documents.types.Site Plan");
        assertThatThrownBy(() -> new DocumentTypeSettings(Map.of("letter", Map.of("en", "Letter"))))
                .hasMessageContaining("own types");
        assertThatThrownBy(() -> new DocumentTypeSettings(Map.of("site-plan", Map.of("en", " "))))
                .hasMessageContaining("needs a name");
    }

    private static DocumentTypeSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("liasse.documents", DocumentTypeSettings.class)
                .get();
    }
}
