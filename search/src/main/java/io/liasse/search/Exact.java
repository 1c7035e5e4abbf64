package io.liasse.search;

import io.liasse.search.lucene.Ask.Narrowing;
import io.liasse.search.lucene.Found.Match;
import io.liasse.search.lucene.Key;
import io.liasse.search.lucene.Kind;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Visibility;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks up in the database what is named exactly: a case by its reference, a document by its id, a person by a number or
 * address. Works whatever the index holds.
 */
@Component
class Exact {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** The number on the label of a paper, with the prefix that is usual or without. */
    private static final Pattern ARCHIVE_NUMBER = Pattern.compile("(?i)(?:ASN[\\s:#-]*)?(\\d{1,18})");

    /** As in the normalised form of identifiers. */
    private static final Pattern NOT_WRITTEN = Pattern.compile("[^\\p{L}\\d]");

    /** What the database refuses in a text. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private static final int MOST_CHARACTERS = 100;
    private static final int SHORTEST_IDENTIFIER = 5;
    private static final int MOST_PEOPLE = 10;

    private final AccessPolicy policy;
    private final CaseFiles caseFiles;
    private final Documents documents;
    private final Truth truth;

    Exact(AccessPolicy policy, CaseFiles caseFiles, Documents documents, Truth truth) {
        this.policy = policy;
        this.caseFiles = caseFiles;
        this.documents = documents;
        this.truth = truth;
    }

    /** What is named, visible, and within the narrowing, with its facets. */
    List<Named> find(String typed, Visibility visibility, Narrowing narrowing) {
        String text = UNSTORABLE.matcher(typed).replaceAll("").strip();
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            return List.of();
        }
        List<Named> named = new ArrayList<>();
        caseFile(text, visibility).ifPresent(named::add);
        document(text, visibility).ifPresent(named::add);
        numbered(text, visibility).ifPresent(named::add);
        named.addAll(people(text, visibility));
        return named.stream().filter(each -> each.isWithin(narrowing)).toList();
    }

    private Optional<Named> caseFile(String text, Visibility visibility) {
        return CaseReference.parse(text)
                .flatMap(caseFiles::find)
                .filter(each -> visibility.sees(each.id()))
                .map(this::named);
    }

    private Named named(CaseFile caseFile) {
        Key key = new Key(Kind.CASE, caseFile.id().value());
        return new Named(
                key,
                Set.of(caseFile.id().value()),
                caseFile.type(),
                caseFile.phase(),
                null,
                truth.tagsOf(key),
                truth.day(caseFile.openedAt()));
    }

    private Optional<Named> document(String text, Visibility visibility) {
        if (!UUID_FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        return documents
                .find(DocumentId.of(text))
                .filter(Exact::isOpen)
                .filter(each -> policy.maySee(visibility.viewer(), each.id()))
                .map(this::named);
    }

    private Optional<Named> numbered(String text, Visibility visibility) {
        Matcher number = ARCHIVE_NUMBER.matcher(text);
        return number.matches()
                ? documents
                        .holderOf(Long.parseLong(number.group(1)))
                        .filter(each -> policy.maySee(visibility.viewer(), each))
                        .flatMap(documents::find)
                        .filter(Exact::isOpen)
                        .map(this::named)
                : Optional.empty();
    }

    private static boolean isOpen(Document document) {
        return document.state() != DocumentState.QUARANTINED;
    }

    private Named named(Document document) {
        CaseId caseId = document.caseId();
        CaseFile caseFile =
                caseId == null ? null : caseFiles.findAll(Set.of(caseId)).get(caseId);
        Key key = new Key(Kind.DOCUMENT, document.id().value());
        return new Named(
                key,
                caseId == null ? Set.of() : Set.of(caseId.value()),
                document.type(),
                caseFile == null ? null : caseFile.phase(),
                document.language(),
                truth.tagsOf(key),
                document.date() == null ? truth.day(document.receivedAt()) : document.date());
    }

    private List<Named> people(String text, Visibility visibility) {
        String lower = text.toLowerCase(Locale.ROOT);
        String bare = NOT_WRITTEN.matcher(lower).replaceAll("");
        if (bare.length() < SHORTEST_IDENTIFIER) {
            return List.of();
        }
        List<UUID> known = truth.identifiedBy(List.of(lower, bare), MOST_PEOPLE);
        Set<UUID> visible = known.isEmpty() ? Set.of() : truth.visible(known, visibility);
        return visible.stream().sorted().map(this::person).toList();
    }

    private Named person(UUID id) {
        return new Named(new Key(Kind.PERSON, id), truth.casesOf(Set.of(id)), null, null, null, Set.of(), null);
    }

    /** Something named exactly, with what it is counted and narrowed by. */
    record Named(
            Key key,
            Set<UUID> cases,
            @Nullable String type,
            @Nullable String phase,
            @Nullable String language,
            Set<UUID> tags,
            @Nullable LocalDate day) {
        boolean isWithin(Narrowing narrowing) {
            return (narrowing.kinds().isEmpty() || narrowing.kinds().contains(key.kind()))
                    && (narrowing.caseId() == null || cases.contains(narrowing.caseId()))
                    && matches(narrowing.type(), type)
                    && matches(narrowing.phase(), phase)
                    && matches(narrowing.language(), language)
                    && (narrowing.tag() == null || tags.contains(narrowing.tag()))
                    && (narrowing.from() == null || (day != null && !day.isBefore(narrowing.from())))
                    && (narrowing.to() == null || (day != null && !day.isAfter(narrowing.to())));
        }

        private static boolean matches(@Nullable String wanted, @Nullable String value) {
            return wanted == null || wanted.equals(value);
        }

        Match match() {
            return new Match(key, 0, null, "", null);
        }
    }
}
