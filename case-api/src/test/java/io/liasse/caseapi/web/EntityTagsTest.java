package io.liasse.caseapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EntityTagsTest {
    @Test
    void readsTheVersionThatIsKnown() {
        assertThat(EntityTags.required("\"3\"", 3)).isEqualTo(3);
        assertThat(EntityTags.required("W/\"3\"", 3)).isEqualTo(3);
        assertThat(EntityTags.required("\"2\", \"3\"", 3)).isEqualTo(3);
        assertThat(EntityTags.required("*", 3)).isEqualTo(3);
    }

    @Test
    void refusesAnotherVersionAndNone() {
        assertThatThrownBy(() -> EntityTags.required("\"2\"", 3)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> EntityTags.required("nonsense", 3)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> EntityTags.required(null, 3)).isInstanceOf(Refusal.class);
    }

    @Test
    void needsNoneWhereItIsOptional() {
        assertThat(EntityTags.optional(null, 3)).isNull();
        assertThat(EntityTags.optional("\"3\"", 3)).isEqualTo(3);
    }

    @Test
    void writesVersionsAsStrongTags() {
        assertThat(EntityTags.of(3)).isEqualTo("\"3\"");
    }
}
