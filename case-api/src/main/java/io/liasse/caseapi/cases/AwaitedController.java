package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.EntityTags;
import io.liasse.caseapi.web.IdempotentPosts;
import io.liasse.caseapi.web.Listing;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.awaited.Awaited;
import io.liasse.store.awaited.AwaitedDocuments;
import io.liasse.store.awaited.AwaitedId;
import io.liasse.store.awaited.AwaitedState;
import io.liasse.store.awaited.NewAwaited;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.DocumentId;
import io.liasse.store.party.PartyId;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/cases/{reference}/awaited}: what a case waits for, from whom, and what arrived. */
@RestController
@RequestMapping("/api/v1/cases/{reference}/awaited")
final class AwaitedController {
    private final CaseNaming naming;
    private final AwaitedDocuments awaited;
    private final IdempotentPosts posts;
    private final Clock clock;

    AwaitedController(CaseNaming naming, AwaitedDocuments awaited, IdempotentPosts posts, Clock clock) {
        this.naming = naming;
        this.awaited = awaited;
        this.posts = posts;
        this.clock = clock;
    }

    /** Something to wait for; {@code from} is the id of a party, {@code askedOn} today when it is absent. */
    record Wanted(
            @Nullable String what,
            @Nullable UUID from,
            @Nullable String type,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate dueOn) {
        NewAwaited awaited() {
            if (what == null) {
                throw new InvalidInput("what", "is missing");
            }
            return new NewAwaited(what, from == null ? null : new PartyId(from), type, askedOn, dueOn);
        }
    }

    /** What to change, absent leaves as is; or how far it is: {@code state}, with the {@code document} that arrived. */
    record Change(
            @Nullable String what,
            @Nullable UUID from,
            @Nullable String type,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate dueOn,
            @Nullable AwaitedState state,
            @Nullable UUID document) {
        NewAwaited over(Awaited known) {
            PartyId party = known.from() == null ? null : known.from().id();
            return new NewAwaited(
                    what == null ? known.what() : what,
                    from == null ? party : new PartyId(from),
                    type == null ? known.type() : type,
                    askedOn,
                    dueOn == null ? known.dueOn() : dueOn);
        }

        boolean ofState() {
            boolean itself = Stream.of(what, from, type, askedOn, dueOn).anyMatch(Objects::nonNull);
            boolean state = this.state != null || document != null;
            if (itself && state) {
                throw new InvalidInput("state", "is changed by itself, without other fields");
            }
            return state;
        }
    }

    /** A post as it is compared when it is repeated. */
    private record Request(String reference, Wanted wanted) {}

    @Operation(
            summary = "What a case waits for",
            description = "Open ones first, by the day they are due; at most 200 in all.")
    @GetMapping
    Listing<AwaitedJson> list(@PathVariable String reference, Viewer viewer) {
        CaseId id = naming.caseNamed(reference, viewer).id();
        return Listing.whole(awaited.of(id, viewer), each -> AwaitedJson.of(each, LocalDate.now(clock)));
    }

    @Operation(
            summary = "Notes that a case waits for a document",
            description = "What is filed there from this party, or of this type, is marked as arrived.")
    @PostMapping
    ResponseEntity<?> add(
            @PathVariable String reference,
            @RequestBody Wanted wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        return posts.once(viewer, key, new Request(reference, wanted), () -> added(reference, wanted, viewer));
    }

    private ResponseEntity<?> added(String reference, Wanted wanted, Viewer viewer) {
        CaseId id = naming.caseNamed(reference, viewer).id();
        Awaited added = awaited.add(id, wanted.awaited(), viewer);
        return answer(
                ResponseEntity.created(URI.create("/api/v1/cases/" + reference + "/awaited/" + added.id())), added);
    }

    @Operation(summary = "A document that a case waits for")
    @GetMapping("/{id}")
    ResponseEntity<AwaitedJson> get(@PathVariable String reference, @PathVariable AwaitedId id, Viewer viewer) {
        return answer(
                ResponseEntity.ok(),
                awaited.get(naming.caseNamed(reference, viewer).id(), id, viewer));
    }

    @Operation(
            summary = "Changes what is awaited, or says that it arrived, is given up or is awaited again",
            description = "If-Match states the version the caller knows. With ARRIVED the document is named.")
    @PatchMapping("/{id}")
    ResponseEntity<AwaitedJson> change(
            @PathVariable String reference,
            @PathVariable AwaitedId id,
            @RequestBody Change change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        Awaited known = awaited.get(caseId, id, viewer);
        long version = EntityTags.required(ifMatch, known.version());
        Awaited changed = change.ofState()
                ? moved(caseId, id, change, version, viewer)
                : awaited.change(caseId, id, change.over(known), version, viewer);
        return answer(ResponseEntity.ok(), changed);
    }

    private Awaited moved(CaseId caseId, AwaitedId id, Change change, long version, Viewer viewer) {
        AwaitedState state = change.state() == null ? AwaitedState.ARRIVED : change.state();
        return switch (state) {
            case OPEN -> awaited.open(caseId, id, version, viewer);
            case GIVEN_UP -> awaited.giveUp(caseId, id, version, viewer);
            case ARRIVED -> {
                if (change.document() == null) {
                    throw new InvalidInput("document", "is missing");
                }
                yield awaited.arrived(caseId, id, new DocumentId(change.document()), version, viewer);
            }
        };
    }

    private ResponseEntity<AwaitedJson> answer(ResponseEntity.BodyBuilder answer, Awaited awaited) {
        return answer.eTag(EntityTags.of(awaited.version())).body(AwaitedJson.of(awaited, LocalDate.now(clock)));
    }
}
