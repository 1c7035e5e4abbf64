package io.liasse.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.JournalPosition;
import io.liasse.store.testing.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class UsersTest {
    private static final String PASSWORD = "correct horse battery";

    private final Stores stores = Stores.fresh();
    private final Users users = stores.users();
    private final Viewer administrator = stores.administrator();

    @AfterEach
    void close() {
        stores.close();
    }

    private User anna() {
        return users.create(new Users.NewUser("Anna", "Anna Meier", "de", Set.of(Role.CLERK), PASSWORD), administrator);
    }

    @Test
    void givesTheFirstUserEveryRoleButThatOfAProgram() {
        assertThat(administrator.roles()).isEqualTo(EnumSet.complementOf(EnumSet.of(Role.EXTERNAL_SYSTEM)));
        assertThat(users.createFirst("second", PASSWORD)).isEmpty();
    }

    @Test
    void findsAUserWhateverTheCaseOfTheName() {
        User anna = anna();
        assertThat(users.named("ANNA")).contains(anna);
        assertThat(users.find(anna.id())).contains(anna);
        assertThatThrownBy(
                        () -> users.create(new Users.NewUser("anna", "Other", "de", Set.of(), PASSWORD), administrator))
                .isInstanceOfSatisfying(
                        InvalidInput.class, each -> assertThat(each.field()).isEqualTo("username"));
    }

    @Test
    void keepsADigestOfThePasswordOnly() {
        anna();
        String hash = users.credentials("anna").orElseThrow().passwordHash();
        assertThat(hash).startsWith("{argon2}").doesNotContain(PASSWORD);
        PasswordEncoder passwords = stores.bean(PasswordEncoder.class);
        assertThat(passwords.matches(PASSWORD, hash)).isTrue();
        assertThat(passwords.matches(PASSWORD + "!", hash)).isFalse();
    }

    @Test
    void refusesShortPasswordsAndOddNames() {
        assertThatThrownBy(() ->
                        users.create(new Users.NewUser("bob", "Bob", "de", Set.of(), "elevenchars"), administrator))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(
                        () -> users.create(new Users.NewUser("b ob", "Bob", "de", Set.of(), PASSWORD), administrator))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> users.create(new Users.NewUser("bob", "Bob", "es", Set.of(), PASSWORD), administrator))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void isChangedByAdministratorsOnlyButAPasswordAndTokensAlsoByTheUser() {
        User anna = anna();
        Viewer clerk = anna.viewer();
        Viewer other = stores.user(Role.SUPERVISOR);
        assertThatThrownBy(() -> users.change(anna, clerk)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> users.create(new Users.NewUser("x", "x", "de", Set.of(), PASSWORD), clerk))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> users.changePassword(anna.id(), PASSWORD, other))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> users.createToken(anna.id(), "mine", null, other))
                .isInstanceOf(NotAllowed.class);
        users.changePassword(anna.id(), "another password", clerk);
        String hash = users.credentials("anna").orElseThrow().passwordHash();
        assertThat(stores.bean(PasswordEncoder.class).matches("another password", hash))
                .isTrue();
        assertThat(users.createToken(anna.id(), "mine", null, clerk).secret()).isNotBlank();
    }

    @Test
    void notesChangesOfRolesInTheJournal() {
        User anna = anna();
        User changed = users.change(with(anna, Set.of(Role.CASE_MANAGER), true), administrator);
        assertThat(changed.roles()).containsExactly(Role.CASE_MANAGER);
        assertThat(stores.journal().after(JournalPosition.START, 100))
                .filteredOn(each -> each.action() == Action.USER_CHANGED)
                .singleElement()
                .satisfies(each -> assertThat(each.details())
                        .containsEntry("rolesBefore", "CLERK")
                        .containsEntry("roles", "CASE_MANAGER"));
        assertThatThrownBy(() -> users.change(with(anna, Set.of(), true), administrator))
                .isInstanceOfSatisfying(
                        Conflict.class, each -> assertThat(each.stale()).isTrue());
    }

    @Test
    void keepsTheLastEnabledAdministrator() {
        User last = users.find(administrator.user()).orElseThrow();
        assertThatThrownBy(() -> users.change(with(last, last.roles(), false), administrator))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> users.change(with(last, Set.of(Role.CLERK), true), administrator))
                .isInstanceOf(Conflict.class);
        assertThat(users.find(last.id())).contains(last);
    }

    /** Each would be the last that is left when both looked before either wrote. */
    @Test
    void keepsOneOfTwoAdministratorsWhoDisableEachOtherAtOnce() throws Exception {
        User first = users.find(administrator.user()).orElseThrow();
        User second = users.find(stores.user(Role.ADMINISTRATOR).user()).orElseThrow();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<User>> both = List.of(
                    threads.submit(() -> users.change(with(first, first.roles(), false), second.viewer())),
                    threads.submit(() -> users.change(with(second, second.roles(), false), first.viewer())));
            long succeeded = both.stream().filter(UsersTest::succeeds).count();
            assertThat(succeeded).isOne();
        }
    }

    private static boolean succeeds(Future<User> change) {
        try {
            return !change.get().enabled();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(Conflict.class);
            return false;
        }
    }

    @Test
    void signsInByTokenUntilItExpiresOrIsRevokedOrTheUserDisabled() {
        User anna = anna();
        Instant soon = stores.clock().instant().plus(Duration.ofHours(1));
        ApiToken.Made expiring = users.createToken(anna.id(), "scanner", soon, administrator);
        ApiToken.Made lasting = users.createToken(anna.id(), "import", null, administrator);
        assertThat(expiring.secret()).startsWith("liasse_").hasSizeGreaterThan(45);
        assertThat(users.byToken(expiring.secret())).contains(anna);
        assertThat(users.byToken("liasse_wrong")).isEmpty();
        assertThat(users.byToken("Basic x")).isEmpty();
        stores.clock().advance(Duration.ofHours(2));
        assertThat(users.byToken(expiring.secret())).isEmpty();
        assertThat(users.byToken(lasting.secret())).contains(anna);
        users.change(with(anna, anna.roles(), false), administrator);
        assertThat(users.byToken(lasting.secret())).isEmpty();
        users.revokeToken(lasting.token().id(), administrator);
        assertThat(users.tokensOf(anna.id())).extracting(ApiToken::name).containsExactly("scanner");
        assertThatThrownBy(() -> users.revokeToken(lasting.token().id(), administrator))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void notesTheUseOfATokenAtMostOnceAMinute() {
        ApiToken.Made made = users.createToken(administrator.user(), "mine", null, administrator);
        users.byToken(made.secret());
        Instant first = users.tokensOf(administrator.user()).getFirst().lastUsedAt();
        users.byToken(made.secret());
        assertThat(users.tokensOf(administrator.user()).getFirst().lastUsedAt()).isEqualTo(first);
        stores.clock().advance(Duration.ofMinutes(2));
        users.byToken(made.secret());
        assertThat(users.tokensOf(administrator.user()).getFirst().lastUsedAt()).isAfter(first);
    }

    @Test
    void keepsNoSecretOfATokenInTheDatabase() {
        ApiToken.Made made = users.createToken(administrator.user(), "mine", null, administrator);
        String row = stores.sql()
                .sql("select row_to_json(t)::text from api_token t")
                .query(String.class)
                .single();
        assertThat(row)
                .doesNotContain(made.secret())
                .doesNotContain(made.secret().substring(7));
    }

    @Test
    void pagesAndFindsUsersByName() {
        for (String each : List.of("zoe", "Bea", "carl")) {
            users.create(new Users.NewUser(each, "Müller " + each, "fr", Set.of(), PASSWORD), administrator);
        }
        Page<User> first = users.page(PageRequest.first(2));
        Page<User> second = users.page(new PageRequest(2, first.next()));
        assertThat(first.items()).extracting(User::username).containsExactly("admin", "Bea");
        assertThat(second.items()).extracting(User::username).containsExactly("carl", "zoe");
        assertThat(second.next()).isNull();
        assertThat(users.startingWith("mül", 2)).extracting(User::username).containsExactly("Bea", "carl");
        assertThat(users.startingWith("ZO", 5)).extracting(User::username).containsExactly("zoe");
        assertThat(users.startingWith("%", 5)).isEmpty();
    }

    private static User with(User user, Set<Role> roles, boolean enabled) {
        return new User(
                user.id(),
                user.username(),
                user.displayName(),
                user.language(),
                roles,
                enabled,
                user.createdAt(),
                user.version());
    }
}
