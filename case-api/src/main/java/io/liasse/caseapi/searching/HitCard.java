package io.liasse.caseapi.searching;

import io.liasse.caseapi.documents.MarkedText;
import io.liasse.search.Hit;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One result as a card.
 *
 * @param address where its title leads: the viewer at the page with the words marked, the case, or the cases of a person
 * @param snippet in pieces, to be written as text
 */
record HitCard(
        Hit.Kind kind,
        String id,
        String title,
        @Nullable String caseReference,
        @Nullable String caseTitle,
        List<MarkedText.Piece> snippet,
        @Nullable Integer page,
        @Nullable String type,
        @Nullable LocalDate date,
        @Nullable String language,
        String address) {
    HitCard {
        snippet = List.copyOf(snippet);
    }

    static HitCard of(Hit hit, @Nullable String query) {
        List<MarkedText.Piece> snippet = MarkedText.ofSnippet(hit.snippet());
        return new HitCard(
                hit.kind(),
                hit.id().toString(),
                hit.title(),
                hit.caseReference() == null ? null : hit.caseReference().toString(),
                hit.caseTitle(),
                snippet,
                hit.page(),
                hit.type(),
                hit.date(),
                hit.language(),
                address(hit, query, snippet));
    }

    private static String address(Hit hit, @Nullable String query, List<MarkedText.Piece> snippet) {
        return switch (hit.kind()) {
            case DOCUMENT -> viewer(hit, query, snippet);
            case CASE -> "/cases/" + hit.caseReference();
            case PERSON -> casesNaming(hit.title());
        };
    }

    /** A person has no page of their own; their cases are what one wants to see. */
    private static String casesNaming(String name) {
        return UriComponentsBuilder.fromPath("/search")
                .queryParam("q", SearchForm.encoded('"' + name.replace("\"", " ") + '"'))
                .queryParam("kind", "case")
                .build()
                .toUriString();
    }

    private static String viewer(Hit hit, @Nullable String query, List<MarkedText.Piece> snippet) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/documents/" + hit.id());
        if (query != null) {
            address.queryParam("q", SearchForm.encoded(query));
        }
        String found = snippet.stream()
                .filter(MarkedText.Piece::marked)
                .map(MarkedText.Piece::text)
                .distinct()
                .limit(8)
                .collect(Collectors.joining(" "));
        if (!found.isEmpty()) {
            address.queryParam("mark", SearchForm.encoded(found));
        }
        if (hit.page() != null) {
            address.fragment("page=" + hit.page());
        }
        return address.build().toUriString();
    }

    public boolean document() {
        return kind == Hit.Kind.DOCUMENT;
    }

    public String key() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    public String icon() {
        return switch (kind) {
            case CASE -> "folder";
            case PERSON -> "user";
            case DOCUMENT -> iconOfType(type);
        };
    }

    private static String iconOfType(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "message" -> "mail";
            case "telephone-note" -> "phone";
            case "invoice" -> "file-invoice";
            case "medical-report" -> "stethoscope";
            case "decision" -> "gavel";
            case "consent" -> "signature";
            case "certificate" -> "certificate";
            case "form" -> "forms";
            default -> "file-text";
        };
    }
}
