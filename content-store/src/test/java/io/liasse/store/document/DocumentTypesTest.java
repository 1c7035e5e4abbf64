package io.liasse.store.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.testing.Stores;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DocumentTypesTest {
    private final Stores stores = Stores.fresh();
    private final AddedTypes added = stores.bean(AddedTypes.class);
    private final DocumentTypes types = stores.bean(DocumentTypes.class);
    private final Viewer supervisor = stores.user(Role.SUPERVISOR);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void offersAtOnceWhatIsAddedAndKeepsTheNameOfWhatIsNotOfferedAnyMore() {
        AddedType made = types.add(Map.of("fr", "Plan de situation ", "de", "Lageplan", "it", " "), supervisor);
        assertThat(made.key()).isEqualTo("lageplan");
        assertThat(made.names()).containsOnlyKeys("fr", "de");
        assertThat(types.all()).hasSize(13).endsWith("lageplan", "other");
        assertThat(types.nameOfAdded("lageplan", "fr")).contains("Plan de situation");
        assertThat(types.nameOfAdded("lageplan", "en")).isPresent();
        AddedType changed =
                added.change(new AddedType(made.key(), Map.of("en", "Site plan"), false, made.version()), supervisor);
        assertThat(types.all()).doesNotContain("lageplan");
        assertThat(types.nameOfAdded("lageplan", "fr")).contains("Site plan");
        assertThatThrownBy(() -> added.change(made, supervisor)).isInstanceOf(Conflict.class);
        assertThat(added.get("lageplan")).isEqualTo(changed);
    }

    @Test
    void saysWhatIsWrongWithANewType() {
        types.add(Map.of("en", "Site plan"), supervisor);
        for (String name : List.of("site PLAN", "Letter", "Medical report")) {
            assertThatThrownBy(() -> types.add(Map.of("en", name), supervisor)).isInstanceOf(Conflict.class);
        }
        for (String name : List.of("", "  ", "12", "地図", "x".repeat(81))) {
            assertThatThrownBy(() -> types.add(Map.of("en", name), supervisor)).isInstanceOf(InvalidInput.class);
        }
        for (Role role : List.of(Role.CLERK, Role.CASE_MANAGER, Role.RECORDS_OFFICER)) {
            assertThatThrownBy(() -> types.add(Map.of("en", "Other plan"), stores.user(role)))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> added.change(new AddedType("none", Map.of("en", "None"), true, 1), supervisor))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void offersWhatTheConfigurationAddsBeforeTheLastOne() {
        DocumentTypes types = of(bound(Map.of(
                "liasse.documents.types.site-plan.fr", "Plan de situation",
                "liasse.documents.types.site-plan.en", "Site plan")));
        assertThat(types.all()).hasSize(13).endsWith("site-plan", "other").startsWith("letter");
        assertThat(types.nameOfAdded("site-plan", "fr")).contains("Plan de situation");
        assertThat(types.nameOfAdded("site-plan", "de")).contains("Site plan");
        assertThat(types.nameOfAdded("letter", "fr")).isEmpty();
    }

    @Test
    void needsNothingConfigured() {
        assertThat(of(new DocumentTypeSettings(null)).all()).containsExactlyElementsOf(DocumentTypes.OF_THE_PROGRAM);
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

    private DocumentTypes of(DocumentTypeSettings settings) {
        return new DocumentTypes(settings, added);
    }

    private static DocumentTypeSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("liasse.documents", DocumentTypeSettings.class)
                .get();
    }
}
