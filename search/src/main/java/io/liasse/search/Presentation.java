package io.liasse.search;

import io.liasse.search.lucene.Found.Match;
import io.liasse.search.lucene.Kind;
import io.liasse.search.lucene.MarkedHtml;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.access.Visibility;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import io.liasse.store.party.Parties;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyId;
import io.liasse.store.party.PartyIdentifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Dresses what the index found with what the database says now, and leaves out what the viewer may not see now: a right
 * withdrawn or a document filed elsewhere a moment ago shows nothing any more. A few queries for all hits together.
 */
@Component
class Presentation {
    private final AccessPolicy policy;
    private final Documents documents;
    private final CaseFiles caseFiles;
    private final Parties parties;
    private final Truth truth;

    Presentation(AccessPolicy policy, Documents documents, CaseFiles caseFiles, Parties parties, Truth truth) {
        this.policy = policy;
        this.documents = documents;
        this.caseFiles = caseFiles;
        this.parties = parties;
        this.truth = truth;
    }

    /** In the order of the matches; {@code snippet} is asked only for what is shown. */
    List<Hit> hits(List<Match> matches, Function<Match, String> snippet, Viewer viewer) {
        if (matches.isEmpty()) {
            return List.of();
        }
        Now now = now(matches, viewer);
        List<Hit> hits = new ArrayList<>();
        for (Match match : matches) {
            hit(match, snippet, now).ifPresent(hits::add);
        }
        return hits;
    }

    private Optional<Hit> hit(Match match, Function<Match, String> snippet, Now now) {
        UUID id = match.key().id();
        return switch (match.key().kind()) {
            case DOCUMENT ->
                Optional.ofNullable(now.documents().get(new DocumentId(id)))
                        .filter(now::shows)
                        .map(document -> document(document, match, snippet.apply(match), now));
            case CASE ->
                Optional.ofNullable(now.cases().get(new CaseId(id)))
                        .filter(now::shows)
                        .map(caseFile -> caseFile(caseFile, match, snippet.apply(match)));
            case PERSON ->
                Optional.ofNullable(now.people().get(new PartyId(id))).map(party -> person(party, match));
        };
    }

    private Hit document(Document document, Match match, String snippet, Now now) {
        CaseFile caseFile = document.caseId() == null ? null : now.cases().get(document.caseId());
        return new Hit(
                Hit.Kind.DOCUMENT,
                document.id().value(),
                document.caseReference(),
                caseFile == null ? null : caseFile.title(),
                document.title(),
                snippet,
                match.page(),
                document.type(),
                document.date() == null ? truth.day(document.receivedAt()) : document.date(),
                document.language(),
                match.score());
    }

    private Hit caseFile(CaseFile caseFile, Match match, String snippet) {
        return new Hit(
                Hit.Kind.CASE,
                caseFile.id().value(),
                caseFile.reference(),
                caseFile.title(),
                caseFile.title(),
                snippet,
                null,
                caseFile.type(),
                truth.day(caseFile.openedAt()),
                null,
                match.score());
    }

    /** Name, day of birth, place and numbers: what tells people of one name apart. */
    private static Hit person(Party party, Match match) {
        String known = Stream.concat(
                        Stream.ofNullable(party.place()),
                        party.identifiers().stream().map(PartyIdentifier::value))
                .collect(Collectors.joining(" · "));
        return new Hit(
                Hit.Kind.PERSON,
                party.id().value(),
                null,
                null,
                party.name(),
                MarkedHtml.escaped(known),
                null,
                party.kind().name().toLowerCase(Locale.ROOT),
                party.birthDate(),
                party.language(),
                match.score());
    }

    private Now now(List<Match> matches, Viewer viewer) {
        Map<DocumentId, Document> found = documents.findAll(ids(matches, Kind.DOCUMENT, DocumentId::new));
        Set<CaseId> cases = new HashSet<>(ids(matches, Kind.CASE, CaseId::new));
        found.values().stream().map(Document::caseId).filter(Objects::nonNull).forEach(cases::add);
        Visibility visibility = policy.visibilityOf(viewer);
        return new Now(
                visibility,
                found,
                posted(found.values(), visibility),
                caseFiles.findAll(cases),
                people(matches, visibility));
    }

    /** Asked only where it decides: of documents without a case, for those who do not see them all. */
    private Set<UUID> posted(Collection<Document> found, Visibility visibility) {
        List<UUID> unfiled = found.stream()
                .filter(each -> each.caseId() == null)
                .map(each -> each.id().value())
                .toList();
        return unfiled.isEmpty() || visibility.unfiled()
                ? Set.of()
                : truth.postedBy(visibility.viewer().user().value(), unfiled);
    }

    private Map<PartyId, Party> people(List<Match> matches, Visibility visibility) {
        Set<UUID> found = ids(matches, Kind.PERSON, Function.identity());
        if (found.isEmpty()) {
            return Map.of();
        }
        Collection<UUID> visible = truth.visible(found, visibility);
        return parties.findAll(visible.stream().map(PartyId::new).toList());
    }

    private static <T> Set<T> ids(List<Match> matches, Kind kind, Function<UUID, T> id) {
        return matches.stream()
                .filter(match -> match.key().kind() == kind)
                .map(match -> id.apply(match.key().id()))
                .collect(Collectors.toSet());
    }

    /** What the database says now; {@code posted} by the viewer, {@code people} only those the viewer may see. */
    private record Now(
            Visibility visibility,
            Map<DocumentId, Document> documents,
            Set<UUID> posted,
            Map<CaseId, CaseFile> cases,
            Map<PartyId, Party> people) {
        boolean shows(CaseFile caseFile) {
            return visibility.sees(caseFile.id());
        }

        boolean shows(Document document) {
            return document.state() != DocumentState.QUARANTINED && mayBeSeen(document);
        }

        private boolean mayBeSeen(Document document) {
            @Nullable CaseId caseId = document.caseId();
            return caseId == null
                    ? visibility.unfiled() || posted.contains(document.id().value())
                    : visibility.sees(caseId);
        }
    }
}
