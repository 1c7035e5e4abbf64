package io.liasse.caseapi.admin;

import io.liasse.caseapi.web.Listing;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.access.ApiToken;
import io.liasse.store.access.Users;
import io.liasse.store.access.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/tokens}: the caller's own API tokens. */
@RestController
@RequestMapping("/api/v1/tokens")
final class TokenController {
    private final Users users;

    TokenController(Users users) {
        this.users = users;
    }

    /** A token; {@code secret} is there only in the answer to its creation. */
    record TokenJson(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable String secret) {
        static TokenJson of(ApiToken token) {
            return of(token, null);
        }

        static TokenJson of(ApiToken token, @Nullable String secret) {
            return new TokenJson(
                    token.id(), token.name(), token.createdAt(), token.expiresAt(), token.lastUsedAt(), secret);
        }

        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "TokenJson[" + id + "]";
        }
    }

    /** A token to make; without an end it holds until it is revoked. */
    record NewToken(@Nullable String name, @Nullable Instant expiresAt) {}

    @Operation(summary = "Lists the caller's tokens")
    @GetMapping
    Listing<TokenJson> list(Viewer viewer) {
        return Listing.whole(users.tokensOf(viewer.user()), TokenJson::of);
    }

    @Operation(summary = "Makes a token", description = "The secret is shown this once.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TokenJson create(@RequestBody NewToken token, Viewer viewer) {
        if (token.name() == null || token.name().isBlank()) {
            throw new InvalidInput("name", "is missing");
        }
        ApiToken.Made made = users.createToken(viewer.user(), token.name().strip(), token.expiresAt(), viewer);
        return TokenJson.of(made.token(), made.secret());
    }

    @Operation(summary = "Revokes a token of the caller")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, Viewer viewer) {
        boolean own = users.tokensOf(viewer.user()).stream()
                .anyMatch(token -> token.id().equals(id));
        if (!own) {
            throw new NotFound("token");
        }
        users.revokeToken(id, viewer);
    }
}
