package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.EntityTags;
import io.liasse.caseapi.web.IdempotentPosts;
import io.liasse.caseapi.web.Listing;
import io.liasse.caseapi.web.Paging;
import io.liasse.store.NotFound;
import io.liasse.store.access.Viewer;
import io.liasse.store.party.Parties;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyId;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/parties}: people and organisations. */
@RestController
@RequestMapping("/api/v1/parties")
final class PartyController {
    private final Parties parties;
    private final IdempotentPosts posts;

    PartyController(Parties parties, IdempotentPosts posts) {
        this.parties = parties;
        this.posts = posts;
    }

    @Operation(
            summary = "Looks parties up",
            description = "By the beginning of any word of the name, or an identifier.")
    @GetMapping
    Listing<PartyJson> lookUp(@RequestParam String q, Paging paging, Viewer viewer) {
        return Listing.whole(parties.startingWith(q, viewer, paging.request().limit()), PartyJson::of);
    }

    @Operation(summary = "Creates a party")
    @PostMapping
    ResponseEntity<?> create(
            @RequestBody NewPartyJson party,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        return posts.once(viewer, key, party, () -> answer(parties.create(party.party(), viewer), HttpStatus.CREATED));
    }

    @Operation(summary = "A party")
    @GetMapping("/{id}")
    ResponseEntity<PartyJson> get(@PathVariable PartyId id, Viewer viewer) {
        return answer(found(id, viewer), HttpStatus.OK);
    }

    @Operation(summary = "Changes a party", description = "Absent leaves as is; identifiers are replaced as a whole.")
    @PatchMapping("/{id}")
    ResponseEntity<PartyJson> change(
            @PathVariable PartyId id,
            @RequestBody NewPartyJson change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Party known = found(id, viewer);
        long version = EntityTags.required(ifMatch, known.version());
        return answer(parties.change(change.applied(known, version), viewer), HttpStatus.OK);
    }

    private Party found(PartyId id, Viewer viewer) {
        return parties.find(id, viewer).orElseThrow(() -> new NotFound("party"));
    }

    private static ResponseEntity<PartyJson> answer(Party party, HttpStatus status) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).eTag(EntityTags.of(party.version()));
        if (status == HttpStatus.CREATED) {
            answer.location(URI.create("/api/v1/parties/" + party.id()));
        }
        return answer.body(PartyJson.of(party));
    }
}
