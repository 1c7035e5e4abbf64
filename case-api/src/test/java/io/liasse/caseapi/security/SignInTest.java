package io.liasse.caseapi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Browser;
import io.liasse.caseapi.testing.Caller;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.store.access.ApiToken;
import io.liasse.store.access.Role;
import io.liasse.store.access.User;
import io.liasse.store.access.Users;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.journal.JournalPosition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInTest extends RunningLiasse {
    @Autowired
    private Users users;

    @Autowired
    private Journal journal;

    @Test
    void signsInByFormAndOutAgain() {
        User user = people().named("form-user", Role.CLERK);
        Browser browser = browser();
        assertThat(browser.signIn(user.username(), PASSWORD).header("Location")).doesNotContain("sign-in");
        assertThat(browser.get("/").status()).isEqualTo(200);
        assertThat(browser.post("/sign-out", Map.of()).header("Location")).endsWith("/sign-in?signed-out");
        assertThat(browser.get("/").header("Location")).endsWith("/sign-in");
    }

    @Test
    void goesOnToThePageThatWasAskedFor() {
        User user = people().named("form-user", Role.CLERK);
        Browser browser = browser();
        assertThat(browser.get("/inbox").header("Location")).endsWith("/sign-in");
        assertThat(browser.signIn(user.username(), PASSWORD).header("Location")).endsWith("/inbox");
    }

    @Test
    void givesTheSessionAnotherNameWhenSomeoneSignsIn() {
        Browser browser = browser();
        String before = browser.get("/sign-in").header("Set-Cookie");
        String after = browser.signIn("admin", PASSWORD).header("Set-Cookie");
        assertThat(after).startsWith("liasse-session=").isNotEqualTo(before);
        assertThat(after).contains("HttpOnly").contains("SameSite=Lax");
    }

    @Test
    void saysNothingButThatItWasRefused() {
        assertThat(browser().signIn("admin", "not the password").header("Location"))
                .endsWith("/sign-in?error");
        assertThat(browser().signIn("nobody-of-this-name", "x").header("Location"))
                .endsWith("/sign-in?error");
    }

    @Test
    void sendsBackToSignInWhenThePageStoodOpenTooLong() {
        assertThat(browser().postRaw("/sign-in", "username=admin&password=x").header("Location"))
                .endsWith("/sign-in?expired");
    }

    @Test
    void tellsHtmxToLoadTheSignInPage() {
        Answer answer = browser().get("/inbox", "HX-Request", "true");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/sign-in");
    }

    @Test
    void asksProgramsToSignIn() {
        Answer answer = nobody().get("/api/v1/me");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("type")).isEqualTo("urn:liasse:problem:not-signed-in");
    }

    @Test
    void opensNoPasswordWindowInTheMiddleOfAPage() {
        Answer answer = nobody().with("Sec-Fetch-Dest", "empty").get("/api/v1/me");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void signsInByTokenUntilItIsRevoked() {
        User user = people().named("token-user", Role.EXTERNAL_SYSTEM);
        ApiToken.Made made = users.createToken(user.id(), "test", null, user.viewer());
        Caller program = nobody().withToken(made.secret());
        assertThat(program.get("/api/v1/me").text("username")).isEqualTo("token-user");
        users.revokeToken(made.token().id(), user.viewer());
        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void refusesATokenThatHasExpired() {
        User user = people().named("token-user", Role.EXTERNAL_SYSTEM);
        ApiToken.Made made = users.createToken(user.id(), "short", Instant.now().plusMillis(300), user.viewer());
        await().untilAsserted(() -> assertThat(
                        nobody().withToken(made.secret()).get("/api/v1/me").status())
                .isEqualTo(401));
    }

    @Test
    void makesTheSlowHashOnlyOnceForAProgram() {
        people().named("fast-user", Role.CLERK);
        Caller program = nobody().signedInAs("fast-user", PASSWORD);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
        JournalPosition before = journal.now();
        for (int call = 0; call < 20; call++) {
            assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
        }
        assertThat(journal.after(before, 200).stream().map(JournalEntry::action))
                .doesNotContain(Action.SIGNED_IN);
    }

    @Test
    void refusesTheOldPasswordAtOnce() {
        User user = people().named("changing-user", Role.CLERK);
        Caller program = nobody().signedInAs(user.username(), PASSWORD);
        Browser browser = browser();
        browser.signIn(user.username(), PASSWORD);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(browser.get("/").status()).isEqualTo(200);
        users.changePassword(user.id(), "another horse battery", people().admin());
        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(browser.get("/").header("Location")).endsWith("/sign-in");
        users.changePassword(user.id(), PASSWORD, people().admin());
    }

    @Test
    void takesRolesAndAccessAwayFromOpenSessions() {
        User user = users.create(
                new Users.NewUser("leaving-user", "Leaving", "en", Set.of(Role.SUPERVISOR), PASSWORD),
                people().admin());
        Browser browser = browser();
        browser.signIn(user.username(), PASSWORD);
        assertThat(browser.get("/").status()).isEqualTo(200);
        users.change(
                new User(
                        user.id(),
                        user.username(),
                        user.displayName(),
                        user.language(),
                        user.roles(),
                        false,
                        user.createdAt(),
                        user.version()),
                people().admin());
        assertThat(browser.get("/").header("Location")).endsWith("/sign-in");
        assertThat(nobody().signedInAs(user.username(), PASSWORD)
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void makesGuessingSlow() {
        people().named("guessed-user", Role.CLERK);
        Caller guesser = nobody().signedInAs("guessed-user", "wrong");
        for (int guess = 0; guess < 5; guess++) {
            assertThat(guesser.get("/api/v1/me").status()).isEqualTo(401);
        }
        Answer answer = guesser.get("/api/v1/me");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).matches("[1-9]\\d*");
    }

    @Test
    void writesSignInsAndRefusalsToTheJournal() {
        User user = people().named("journal-user", Role.CLERK);
        JournalPosition before = journal.now();
        browser().signIn(user.username(), "wrong");
        browser().signIn(user.username(), PASSWORD);
        await().untilAsserted(() -> {
            List<JournalEntry> entries = journal.after(before, 200);
            assertThat(entries)
                    .anyMatch(entry -> entry.action() == Action.SIGN_IN_REFUSED
                            && "journal-user".equals(entry.details().get("username")));
            assertThat(entries)
                    .anyMatch(entry -> entry.action() == Action.SIGNED_IN
                            && user.id().equals(entry.actor().user()));
        });
    }

    @Test
    void refusesChangesByCookieWithoutTheTokenAgainstForgery() {
        Browser browser = browser();
        browser.signIn("admin", PASSWORD);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
        Answer answer = browser.postRaw("/api/v1/index/rebuild", "");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("type")).isEqualTo("urn:liasse:problem:forged");
    }

    @Test
    void refusesAPasswordThatABrowserAddedToACallFromElsewhere() {
        assertThat(admin().with("Sec-Fetch-Site", "cross-site")
                        .post("/api/v1/index/rebuild", "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void sendsHeadersThatKeepBrowsersInTheirPlace() {
        Answer page = nobody().get("/sign-in");
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .contains("style-src 'self'")
                .contains("object-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
    }

    @Test
    void showsMetricsToAdministratorsAndProgramsOnly() {
        assertThat(nobody().get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(as(Role.CLERK).get("/actuator/prometheus").status()).isEqualTo(403);
        assertThat(as(Role.EXTERNAL_SYSTEM).get("/actuator/prometheus").text()).contains("jvm_memory_used_bytes");
        assertThat(admin().get("/actuator/prometheus").status()).isEqualTo(200);
        assertThat(nobody().get("/actuator/env").status()).isEqualTo(401);
    }
}
