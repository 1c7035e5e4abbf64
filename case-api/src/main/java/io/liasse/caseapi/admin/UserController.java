package io.liasse.caseapi.admin;

import io.liasse.caseapi.security.OnlyFor;
import io.liasse.caseapi.web.EntityTags;
import io.liasse.caseapi.web.Listing;
import io.liasse.caseapi.web.Paging;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.access.Role;
import io.liasse.store.access.User;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Users;
import io.liasse.store.access.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/users}: the local users, for administrators. */
@RestController
@RequestMapping("/api/v1/users")
@OnlyFor(Role.ADMINISTRATOR)
final class UserController {
    private final Users users;

    UserController(Users users) {
        this.users = users;
    }

    /** A user to create; the password has at least 12 characters. */
    record NewUserJson(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String language,
            @Nullable Set<Role> roles,
            @Nullable String password) {
        Users.NewUser user() {
            String name = required("username", username);
            return new Users.NewUser(
                    name,
                    displayName == null ? name : displayName,
                    language == null ? "en" : language,
                    roles == null ? Set.of() : roles,
                    required("password", password));
        }

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "NewUserJson[" + username + "]";
        }
    }

    /** What to change; absent leaves as is. */
    record UserChange(
            @Nullable String displayName,
            @Nullable String language,
            @Nullable Set<Role> roles,
            @Nullable Boolean enabled) {
        User applied(User known, long version) {
            return new User(
                    known.id(),
                    known.username(),
                    displayName == null ? known.displayName() : displayName,
                    language == null ? known.language() : language,
                    roles == null ? known.roles() : roles,
                    enabled == null ? known.enabled() : enabled,
                    known.createdAt(),
                    version);
        }
    }

    /** A new password, at least 12 characters. */
    record NewPassword(@Nullable String password) {
        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidInput(field, "is missing");
        }
        return value;
    }

    @Operation(summary = "Lists users", description = "By username.")
    @GetMapping
    Listing<UserJson> list(Paging paging) {
        return Listing.of(users.page(paging.request()), UserJson::of);
    }

    @Operation(summary = "Creates a user")
    @PostMapping
    ResponseEntity<UserJson> create(@RequestBody NewUserJson user, Viewer viewer) {
        return answer(users.create(user.user(), viewer), HttpStatus.CREATED);
    }

    @Operation(summary = "A user")
    @GetMapping("/{id}")
    ResponseEntity<UserJson> get(@PathVariable UserId id) {
        return answer(found(id), HttpStatus.OK);
    }

    @Operation(summary = "Changes a user", description = "If-Match states the version the caller knows.")
    @PatchMapping("/{id}")
    ResponseEntity<UserJson> change(
            @PathVariable UserId id,
            @RequestBody UserChange change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        User known = found(id);
        long version = EntityTags.required(ifMatch, known.version());
        return answer(users.change(change.applied(known, version), viewer), HttpStatus.OK);
    }

    @Operation(summary = "Sets a user's password", description = "Ends all sessions of that user.")
    @PutMapping("/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@PathVariable UserId id, @RequestBody NewPassword password, Viewer viewer) {
        users.changePassword(found(id).id(), required("password", password.password()), viewer);
    }

    private User found(UserId id) {
        return users.find(id).orElseThrow(() -> new NotFound("user"));
    }

    private static ResponseEntity<UserJson> answer(User user, HttpStatus status) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).eTag(EntityTags.of(user.version()));
        if (status == HttpStatus.CREATED) {
            answer.location(URI.create("/api/v1/users/" + user.id()));
        }
        return answer.body(UserJson.of(user));
    }
}
