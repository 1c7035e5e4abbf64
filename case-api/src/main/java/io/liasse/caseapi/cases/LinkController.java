package io.liasse.caseapi.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liasse.caseapi.web.IdempotentPosts;
import io.liasse.caseapi.web.Listing;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseLinkId;
import io.liasse.store.casefile.CaseLinks;
import io.liasse.store.casefile.CaseLinks.NewLink;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.casefile.LinkKind;
import io.liasse.store.casefile.SharedPerson;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/cases/{reference}/links}: other cases that a case has to do with. */
@RestController
@RequestMapping("/api/v1/cases/{reference}/links")
final class LinkController {
    private final CaseNaming naming;
    private final CaseLinks links;
    private final IdempotentPosts posts;

    LinkController(CaseNaming naming, CaseLinks links, IdempotentPosts posts) {
        this.naming = naming;
        this.links = links;
        this.posts = posts;
    }

    /** The reference of the other case, what this one has to do with it ({@code RELATED} when absent), and why. */
    record Wanted(
            @JsonProperty("case") @Nullable String other,
            @Nullable LinkKind kind,
            @Nullable String note) {
        NewLink link() {
            if (other == null) {
                throw new InvalidInput("case", "is missing");
            }
            CaseReference reference = CaseReference.parse(other.strip())
                    .orElseThrow(() -> new InvalidInput("case", "is no reference of a case"));
            return new NewLink(reference, kind == null ? LinkKind.RELATED : kind, note);
        }
    }

    /** A post as it is compared when it is repeated. */
    private record Request(String reference, Wanted wanted) {}

    @Operation(summary = "The links of a case", description = "Those whose other case you may see; at most 100.")
    @GetMapping
    Listing<LinkJson> list(@PathVariable String reference, Viewer viewer) {
        return Listing.whole(links.of(file(reference, viewer).id(), viewer), LinkJson::of);
    }

    /** A case in which a client of this one takes part. */
    record SharedJson(@JsonProperty("case") String other, String title, String name, String role) {
        static SharedJson of(SharedPerson shared) {
            return new SharedJson(
                    shared.file().reference().toString(), shared.file().title(), shared.name(), shared.role());
        }
    }

    @Operation(
            summary = "Other cases of the clients of a case",
            description = "Those that you may see and that are not linked to it, the newest 20.")
    @GetMapping("/same-people")
    Listing<SharedJson> sharing(@PathVariable String reference, Viewer viewer) {
        return Listing.whole(links.sharing(file(reference, viewer).id(), viewer), SharedJson::of);
    }

    @Operation(
            summary = "Links a case to another",
            description = "Seen from both. 409 when they are linked already, or this one is closed.")
    @PostMapping
    ResponseEntity<?> add(
            @PathVariable String reference,
            @RequestBody Wanted wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        return posts.once(viewer, key, new Request(reference, wanted), () -> added(reference, wanted, viewer));
    }

    private ResponseEntity<LinkJson> added(String reference, Wanted wanted, Viewer viewer) {
        CaseFile file = file(reference, viewer);
        LinkJson link = LinkJson.of(links.add(file.id(), wanted.link(), viewer));
        return ResponseEntity.created(URI.create("/api/v1/cases/" + file.reference() + "/links/" + link.id()))
                .body(link);
    }

    @Operation(summary = "A link of a case")
    @GetMapping("/{id}")
    LinkJson get(@PathVariable String reference, @PathVariable CaseLinkId id, Viewer viewer) {
        return LinkJson.of(links.get(file(reference, viewer).id(), id, viewer));
    }

    @Operation(summary = "Takes a link away, for both cases")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{id}")
    void remove(@PathVariable String reference, @PathVariable CaseLinkId id, Viewer viewer) {
        links.remove(file(reference, viewer).id(), id, viewer);
    }

    private CaseFile file(String reference, Viewer viewer) {
        return naming.caseNamed(reference, viewer);
    }
}
