package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.IdempotentPosts;
import io.liasse.caseapi.web.Listing;
import io.liasse.store.NotFound;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.NewParticipant;
import io.liasse.store.party.Parties;
import io.liasse.store.party.PartyId;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/cases/{reference}/participants}: who takes part in a case, in which role, since when. */
@RestController
@RequestMapping("/api/v1/cases/{reference}/participants")
final class ParticipantController {
    private final CaseNaming naming;
    private final CaseFiles cases;
    private final Parties parties;
    private final IdempotentPosts posts;

    ParticipantController(CaseNaming naming, CaseFiles cases, Parties parties, IdempotentPosts posts) {
        this.naming = naming;
        this.cases = cases;
        this.parties = parties;
        this.posts = posts;
    }

    /** A post as it is compared when it is repeated. */
    private record Request(String reference, NewParticipantJson participant) {}

    @Operation(summary = "Lists participants", description = "Those whose part has ended too.")
    @GetMapping
    Listing<ParticipantJson> list(@PathVariable String reference, Viewer viewer) {
        CaseFile file = naming.caseNamed(reference, viewer);
        return Listing.whole(cases.participants(file.id(), viewer), ParticipantJson::of);
    }

    @Operation(summary = "Adds a participant", description = "A known party by id, or a new one.")
    @PostMapping
    ResponseEntity<?> add(
            @PathVariable String reference,
            @RequestBody NewParticipantJson participant,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        return posts.once(
                viewer, key, new Request(reference, participant), () -> added(reference, participant, viewer));
    }

    private ResponseEntity<?> added(String reference, NewParticipantJson participant, Viewer viewer) {
        CaseFile file = naming.caseNamed(reference, viewer);
        NewParticipant added = participant.participant(parties, viewer);
        cases.addParticipant(file.id(), added, viewer);
        ParticipantJson body = cases.participants(file.id(), viewer).stream()
                .filter(each -> each.party().id().equals(added.party()) && each.present())
                .filter(each -> each.role().equals(added.role()))
                .map(ParticipantJson::of)
                .findFirst()
                .orElseThrow(() -> new NotFound("participant"));
        return ResponseEntity.status(HttpStatus.CREATED).body(body);
    }

    @Operation(summary = "Ends the part of a participant")
    @DeleteMapping("/{party}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String reference, @PathVariable PartyId party, @RequestParam String role, Viewer viewer) {
        cases.endParticipant(naming.caseNamed(reference, viewer).id(), party, role, viewer);
    }
}
