package io.liasse.caseapi.searching;

import io.liasse.search.Hit;
import io.liasse.search.Question;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.tag.TagId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands in the address of a search page; null or empty means any. It is also what the form shows. */
record SearchForm(
        @Nullable String q,
        List<String> kind,
        @BindParam("case") @Nullable String caseReference,
        @Nullable String type,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable String phase,
        @Nullable String language,
        @Nullable UUID tag,
        @Nullable String sort,
        @Nullable String cursor) {
    static final int HITS = 20;

    @SuppressWarnings("NullAway") // binding leaves the list out when no kind was sent
    SearchForm {
        kind = kind == null ? List.of() : List.copyOf(kind);
    }

    /** Whether anything is asked at all; an empty page shows tips instead. */
    public boolean asks() {
        return q != null || caseReference != null || filtered();
    }

    public boolean filtered() {
        return !kind.isEmpty()
                || type != null
                || tag != null
                || phase != null
                || language != null
                || from != null
                || to != null;
    }

    Question question() {
        return new Question(
                q == null ? "" : q,
                kinds(),
                reference().orElse(null),
                type,
                from,
                to,
                phase,
                language,
                tag == null ? null : new TagId(tag),
                order(),
                HITS,
                cursor);
    }

    /** The address of this search, which a facet or the next page alters. */
    public UriComponentsBuilder address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/search");
        add(address, "q", q);
        kind.forEach(each -> add(address, "kind", each));
        add(address, "case", caseReference);
        add(address, "type", type);
        add(address, "phase", phase);
        add(address, "language", language);
        add(address, "tag", tag);
        add(address, "from", from);
        add(address, "to", to);
        add(address, "sort", sort);
        return address;
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, encoded(value.toString()));
        }
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Optional<CaseReference> reference() {
        return caseReference == null ? Optional.empty() : CaseReference.parse(caseReference);
    }

    private Set<Hit.Kind> kinds() {
        return Arrays.stream(Hit.Kind.values())
                .filter(each -> kind.contains(each.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private Question.Sort order() {
        return Arrays.stream(Question.Sort.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(sort))
                .findFirst()
                .orElse(Question.Sort.RELEVANCE);
    }
}
