package io.liasse.caseapi.admin;

import io.liasse.caseapi.security.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/me}: who the caller is. */
@RestController
final class MeController {
    @Operation(summary = "Who the caller is, with roles")
    @GetMapping("/api/v1/me")
    UserJson get(SignedIn signedIn) {
        return UserJson.of(signedIn.user());
    }
}
