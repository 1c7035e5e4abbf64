package io.liasse.search.lucene;

import io.liasse.search.query.Wanted;
import io.liasse.store.access.Role;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Viewer;
import io.liasse.store.access.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries and questions for tests, readable as domain. */
final class Texts {
    static final LocalDate DAY = LocalDate.of(2026, 3, 14);
    static final Visibility ALL = visibility(Set.of(Role.SUPERVISOR), true, true);

    private Texts() {}

    static Visibility visibility(Set<Role> roles, boolean unsealed, boolean unfiled) {
        Viewer viewer = new Viewer(new UserId(UUID.randomUUID()), "somebody", roles);
        return new Visibility(viewer, unsealed, unfiled, Set.of(), Set.of());
    }

    static Entry.OfDocument document(@Nullable String language, String... pages) {
        return titled("Dokument", language, pages);
    }

    static Entry.OfDocument titled(String title, @Nullable String language, String... pages) {
        return dated(title, language, DAY, pages);
    }

    static Entry.OfDocument dated(String title, @Nullable String language, LocalDate day, String... pages) {
        List<Entry.PageContent> contents = new ArrayList<>();
        for (String page : pages) {
            contents.add(new Entry.PageContent(contents.size() + 1, page, language));
        }
        return new Entry.OfDocument(
                UUID.randomUUID(),
                null,
                null,
                null,
                title,
                "scan.pdf",
                null,
                "letter",
                language,
                day,
                Instant.EPOCH,
                Set.of(),
                contents);
    }

    static Ask ask(String typed) {
        return ask(typed, Ask.Order.RELEVANCE, 20, null);
    }

    static Ask ask(String typed, Ask.Order order, int limit, @Nullable String cursor) {
        return new Ask(Wanted.read(typed), ALL, Ask.Narrowing.NONE, Set.of(), order, limit, cursor);
    }

    static Ask narrowed(String typed, Ask.Narrowing narrowing) {
        return new Ask(Wanted.read(typed), ALL, narrowing, Set.of(), Ask.Order.RELEVANCE, 20, null);
    }
}
