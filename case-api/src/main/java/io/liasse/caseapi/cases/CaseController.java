package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.EntityTags;
import io.liasse.caseapi.web.IdempotentPosts;
import io.liasse.caseapi.web.Listing;
import io.liasse.caseapi.web.Paging;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Users;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseChange;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseQuery;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.casefile.NewCase;
import io.liasse.store.casefile.NewParticipant;
import io.liasse.store.party.Parties;
import io.liasse.store.party.PartyId;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/cases}: open, list, look at, change. */
@RestController
@RequestMapping("/api/v1/cases")
final class CaseController {
    private final CaseFiles cases;
    private final Parties parties;
    private final Users users;
    private final CaseNaming naming;
    private final IdempotentPosts posts;

    CaseController(CaseFiles cases, Parties parties, Users users, CaseNaming naming, IdempotentPosts posts) {
        this.cases = cases;
        this.parties = parties;
        this.users = users;
        this.naming = naming;
        this.posts = posts;
    }

    /** A case to open; {@code manager} is a user's id or name, or {@code me}. */
    record Opening(
            @Nullable String type,
            @Nullable String title,
            @Nullable Boolean sealed,
            @Nullable String manager,
            @Nullable List<NewParticipantJson> parties) {}

    /** What to change; absent leaves as is. */
    record Change(
            @Nullable String title,
            @Nullable String phase,
            @Nullable CaseState state,
            @Nullable Boolean sealed,
            @Nullable String manager) {}

    /** Which cases to list; {@code q} is the reference or words of the title, {@code manager} as in {@link Opening}. */
    @ParameterObject
    record Filter(
            @Nullable String q,
            @Nullable String type,
            @Nullable String phase,
            @Nullable CaseState state,
            @Nullable String manager,
            @Nullable UUID party) {
        CaseQuery query(@Nullable UserId managedBy) {
            return new CaseQuery(q, type, phase, state, managedBy, party == null ? null : new PartyId(party));
        }
    }

    @Operation(summary = "Opens a case", description = "Its reference is the next of the year.")
    @PostMapping
    ResponseEntity<?> open(
            @RequestBody Opening opening,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        return posts.once(viewer, key, opening, () -> opened(opening, viewer));
    }

    private ResponseEntity<?> opened(Opening opening, Viewer viewer) {
        if (opening.title() == null) {
            throw new InvalidInput("title", "is missing");
        }
        NewCase newCase = new NewCase(
                naming.typeNamed(opening.type()),
                opening.title().strip(),
                Boolean.TRUE.equals(opening.sealed()),
                naming.managerNamed(opening.manager(), viewer),
                participants(opening, viewer));
        return answer(cases.open(newCase, viewer), HttpStatus.CREATED);
    }

    private List<NewParticipant> participants(Opening opening, Viewer viewer) {
        List<NewParticipant> participants = new ArrayList<>();
        for (NewParticipantJson each : opening.parties() == null ? List.<NewParticipantJson>of() : opening.parties()) {
            participants.add(each.participant(parties, viewer));
        }
        return participants;
    }

    @Operation(summary = "Lists cases", description = "Last changed first; only those the caller may see.")
    @GetMapping
    Listing<CaseJson> list(Filter filter, Paging paging, Viewer viewer) {
        CaseQuery query = filter.query(naming.managerNamed(filter.manager(), viewer));
        Names names = new Names(users);
        return Listing.of(cases.page(query, viewer, paging.request()), each -> CaseJson.of(each, names));
    }

    @Operation(summary = "A case")
    @GetMapping("/{reference}")
    ResponseEntity<CaseJson> get(@PathVariable String reference, Viewer viewer) {
        CaseFile file = naming.caseNamed(reference, viewer);
        cases.viewed(file.id(), viewer);
        return answer(file, HttpStatus.OK);
    }

    @Operation(summary = "Changes a case", description = "If-Match states the version the caller knows.")
    @PatchMapping("/{reference}")
    ResponseEntity<CaseJson> change(
            @PathVariable String reference,
            @RequestBody Change change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        CaseFile file = naming.caseNamed(reference, viewer);
        long version = EntityTags.required(ifMatch, file.version());
        CaseChange wanted = new CaseChange(
                change.title(),
                change.phase(),
                change.state(),
                change.sealed(),
                naming.managerNamed(change.manager(), viewer));
        return answer(cases.change(file.id(), wanted, version, viewer), HttpStatus.OK);
    }

    private ResponseEntity<CaseJson> answer(CaseFile file, HttpStatus status) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).eTag(EntityTags.of(file.version()));
        if (status == HttpStatus.CREATED) {
            answer.location(URI.create("/api/v1/cases/" + file.reference()));
        }
        return answer.body(CaseJson.of(file, new Names(users)));
    }
}
