package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.Listing;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.Grant;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/cases/{reference}/rights}: who may read, write and manage a case beside those whose role admits it. */
@RestController
@RequestMapping("/api/v1/cases/{reference}/rights")
final class RightController {
    private final CaseNaming naming;
    private final CaseFiles cases;

    RightController(CaseNaming naming, CaseFiles cases) {
        this.naming = naming;
        this.cases = cases;
    }

    /** A right that a user holds. */
    record GrantJson(UUID user, String name, CaseRight right) {
        static GrantJson of(Grant grant) {
            return new GrantJson(grant.user().value(), grant.displayName(), grant.right());
        }
    }

    /** The right to be held; it replaces the one before. */
    record NewRight(@Nullable CaseRight right) {}

    @Operation(summary = "Lists the rights on a case")
    @GetMapping
    Listing<GrantJson> list(@PathVariable String reference, Viewer viewer) {
        CaseFile file = naming.caseNamed(reference, viewer);
        return Listing.whole(cases.grants(file.id(), viewer), GrantJson::of);
    }

    @Operation(summary = "Gives a user a right on a case", description = "The user by id or name.")
    @PutMapping("/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grant(@PathVariable String reference, @PathVariable String user, @RequestBody NewRight right, Viewer viewer) {
        if (right.right() == null) {
            throw new InvalidInput("right", "is missing");
        }
        CaseFile file = naming.caseNamed(reference, viewer);
        cases.grant(file.id(), naming.userNamed("user", user, viewer).id(), right.right(), viewer);
    }

    @Operation(summary = "Takes a user's right on a case away")
    @DeleteMapping("/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String reference, @PathVariable String user, Viewer viewer) {
        CaseFile file = naming.caseNamed(reference, viewer);
        cases.revoke(file.id(), naming.userNamed("user", user, viewer).id(), viewer);
    }
}
