package io.liasse.caseapi.casework.consent;

import io.liasse.caseapi.cases.CaseNaming;
import io.liasse.caseapi.web.IdempotentPosts;
import io.liasse.caseapi.web.Listing;
import io.liasse.caseapi.web.Paging;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.consent.DataCategory;
import io.liasse.store.consent.Disclosures;
import io.liasse.store.consent.NewDisclosure;
import io.liasse.store.consent.Way;
import io.liasse.store.document.DocumentId;
import io.liasse.store.party.PartyId;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/cases/{reference}/disclosures}: who was told what, under which consent or for which reason. */
@RestController
@RequestMapping("/api/v1/cases/{reference}/disclosures")
final class DisclosureController {
    private final CaseNaming naming;
    private final Disclosures disclosures;
    private final IdempotentPosts posts;
    private final Clock clock;

    DisclosureController(CaseNaming naming, Disclosures disclosures, IdempotentPosts posts, Clock clock) {
        this.naming = naming;
        this.disclosures = disclosures;
        this.posts = posts;
        this.clock = clock;
    }

    /** What was told; {@code to} is the id of a party, {@code way} LETTER and {@code on} today when they are absent. */
    record DisclosureIn(
            @Nullable UUID to,
            @Nullable String what,
            @Nullable Set<@Nullable DataCategory> categories,
            @Nullable Way way,
            @Nullable LocalDate on,
            @Nullable String basis,
            @Nullable UUID document) {
        NewDisclosure disclosure(LocalDate today) {
            if (to == null) {
                throw new InvalidInput("to", "is missing");
            }
            if (what == null) {
                throw new InvalidInput("what", "is missing");
            }
            return new NewDisclosure(
                    new PartyId(to),
                    what,
                    ConsentController.given(categories, "categories"),
                    way == null ? Way.LETTER : way,
                    on == null ? today : on,
                    basis,
                    document == null ? null : new DocumentId(document));
        }
    }

    /** A post as it is compared when it is repeated. */
    private record Request(String reference, DisclosureIn disclosure) {}

    @Operation(summary = "Who was told what of a case", description = "The latest days first.")
    @GetMapping
    Listing<DisclosureJson> list(@PathVariable String reference, Paging paging, Viewer viewer) {
        return Listing.of(
                disclosures.page(naming.caseNamed(reference, viewer).id(), viewer, paging.request()),
                DisclosureJson::of);
    }

    @Operation(
            summary = "Notes that somebody was told something",
            description =
                    "400 of basis names the categories of data for which there is no consent; with a basis, that is"
                            + " the reason why, it is noted. It stays.")
    @PostMapping
    ResponseEntity<?> add(
            @PathVariable String reference,
            @RequestBody DisclosureIn disclosure,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        return posts.once(
                viewer,
                key,
                new Request(reference, disclosure),
                () -> ResponseEntity.status(HttpStatus.CREATED)
                        .body(DisclosureJson.of(disclosures.add(
                                naming.caseNamed(reference, viewer).id(),
                                disclosure.disclosure(LocalDate.now(clock)),
                                viewer))));
    }
}
