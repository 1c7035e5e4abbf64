package io.liasse.caseapi.casework.consent;

import io.liasse.caseapi.cases.CaseNaming;
import io.liasse.caseapi.web.EntityTags;
import io.liasse.caseapi.web.IdempotentPosts;
import io.liasse.caseapi.web.Listing;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.consent.Consent;
import io.liasse.store.consent.ConsentForm;
import io.liasse.store.consent.ConsentId;
import io.liasse.store.consent.Consents;
import io.liasse.store.consent.DataCategory;
import io.liasse.store.consent.NewConsent;
import io.liasse.store.document.DocumentId;
import io.liasse.store.party.PartyId;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/cases/{reference}/consents}: what people consent to, withdrawn and back. */
@RestController
@RequestMapping("/api/v1/cases/{reference}/consents")
final class ConsentController {
    private final CaseNaming naming;
    private final Consents consents;
    private final IdempotentPosts posts;
    private final Clock clock;

    ConsentController(CaseNaming naming, Consents consents, IdempotentPosts posts, Clock clock) {
        this.naming = naming;
        this.consents = consents;
        this.posts = posts;
        this.clock = clock;
    }

    /** A consent; people by their ids, {@code form} WRITTEN and {@code validFrom} today when they are absent. */
    record ConsentIn(
            @Nullable UUID from,
            @Nullable String purpose,
            @Nullable Set<@Nullable DataCategory> categories,
            @Nullable List<@Nullable UUID> recipients,
            @Nullable ConsentForm form,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable UUID document) {
        NewConsent consent(LocalDate today) {
            if (from == null) {
                throw new InvalidInput("from", "is missing");
            }
            if (purpose == null) {
                throw new InvalidInput("purpose", "is missing");
            }
            return new NewConsent(
                    new PartyId(from),
                    purpose,
                    given(categories, "categories"),
                    given(recipients, "recipients").stream().map(PartyId::new).collect(Collectors.toSet()),
                    form == null ? ConsentForm.WRITTEN : form,
                    validFrom == null ? today : validFrom,
                    validUntil,
                    document == null ? null : new DocumentId(document));
        }
    }

    static <T> Set<T> given(@Nullable Collection<@Nullable T> values, String field) {
        if (values == null) {
            throw new InvalidInput(field, "is missing");
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            throw new InvalidInput(field, "has a gap");
        }
        return values.stream().map(Objects::requireNonNull).collect(Collectors.toSet());
    }

    /** From when it holds no longer, today when absent, and why. */
    record WithdrawalIn(@Nullable LocalDate on, @Nullable String why) {}

    /** Which recipient was told of the withdrawal, and when; today when absent. */
    record ToldIn(@Nullable UUID recipient, @Nullable LocalDate on) {}

    /** A post as it is compared when it is repeated. */
    private record Request(String reference, ConsentIn consent) {}

    @Operation(summary = "What people consent to in a case", description = "The last noted first; at most 200.")
    @GetMapping
    Listing<ConsentJson> list(@PathVariable String reference, Viewer viewer) {
        return Listing.whole(consents.of(caseId(reference, viewer), viewer), this::json);
    }

    @Operation(summary = "Notes a consent", description = "It is never changed: another one is noted instead.")
    @PostMapping
    ResponseEntity<?> add(
            @PathVariable String reference,
            @RequestBody ConsentIn consent,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        return posts.once(viewer, key, new Request(reference, consent), () -> {
            CaseId caseId = caseId(reference, viewer);
            Consent added = consents.add(caseId, consent.consent(today()), viewer);
            return answer(
                    ResponseEntity.created(URI.create("/api/v1/cases/" + reference + "/consents/" + added.id())),
                    added);
        });
    }

    @Operation(summary = "A consent")
    @GetMapping("/{id}")
    ResponseEntity<ConsentJson> get(@PathVariable String reference, @PathVariable ConsentId id, Viewer viewer) {
        return answer(ResponseEntity.ok(), consents.get(caseId(reference, viewer), id, viewer));
    }

    @Operation(
            summary = "Withdraws a consent",
            description = "If-Match states the version the caller knows. toTell names who received something under it.")
    @PostMapping("/{id}/withdraw")
    ResponseEntity<ConsentJson> withdraw(
            @PathVariable String reference,
            @PathVariable ConsentId id,
            @RequestBody WithdrawalIn withdrawal,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        CaseId caseId = caseId(reference, viewer);
        long version = version(caseId, id, ifMatch, viewer);
        LocalDate on = Objects.requireNonNullElseGet(withdrawal.on(), this::today);
        return answer(ResponseEntity.ok(), consents.withdraw(caseId, id, on, withdrawal.why(), version, viewer));
    }

    @Operation(summary = "Takes a withdrawal back that was noted by mistake")
    @PostMapping("/{id}/restore")
    ResponseEntity<ConsentJson> restore(
            @PathVariable String reference,
            @PathVariable ConsentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        CaseId caseId = caseId(reference, viewer);
        return answer(ResponseEntity.ok(), consents.takeBack(caseId, id, version(caseId, id, ifMatch, viewer), viewer));
    }

    @Operation(summary = "Notes that a recipient was told of the withdrawal")
    @PostMapping("/{id}/told")
    ResponseEntity<ConsentJson> told(
            @PathVariable String reference, @PathVariable ConsentId id, @RequestBody ToldIn told, Viewer viewer) {
        UUID recipient = told.recipient();
        if (recipient == null) {
            throw new InvalidInput("recipient", "is missing");
        }
        CaseId caseId = caseId(reference, viewer);
        LocalDate on = Objects.requireNonNullElseGet(told.on(), this::today);
        return answer(ResponseEntity.ok(), consents.told(caseId, id, new PartyId(recipient), on, viewer));
    }

    private CaseId caseId(String reference, Viewer viewer) {
        return naming.caseNamed(reference, viewer).id();
    }

    private long version(CaseId caseId, ConsentId id, @Nullable String ifMatch, Viewer viewer) {
        return EntityTags.required(ifMatch, consents.get(caseId, id, viewer).version());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private ResponseEntity<ConsentJson> answer(ResponseEntity.BodyBuilder answer, Consent consent) {
        return answer.eTag(EntityTags.of(consent.version())).body(json(consent));
    }

    private ConsentJson json(Consent consent) {
        return ConsentJson.of(consent, today());
    }
}
