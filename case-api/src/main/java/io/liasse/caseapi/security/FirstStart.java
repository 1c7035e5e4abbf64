package io.liasse.caseapi.security;

import io.liasse.store.access.Users;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Creates the first user when there is none, and prints where the program is to be found. A password that was made up is
 * printed while starting and kept nowhere.
 */
@Component
@EnableConfigurationProperties(SecuritySettings.class)
final class FirstStart implements SmartInitializingSingleton {
    static final String USERNAME = "admin";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 16;

    private final Users users;
    private final SecuritySettings settings;
    private @Nullable String made;

    FirstStart(Users users, SecuritySettings settings) {
        this.users = users;
        this.settings = settings;
    }

    /** Before the first page can be asked for. The password is said at once: what comes after may fail. */
    @Override
    public void afterSingletonsInstantiated() {
        made = createAdmin();
        if (made != null) {
            System.out.println("The first user is " + USERNAME + ", password " + made);
        }
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        String address = address(event);
        System.out.println(
                "Liasse is ready at " + address + (made == null ? "" : "  ·  user " + USERNAME + ", password " + made));
        System.out.flush();
        made = null;
    }

    /** The password, if one was made up and used. */
    private @Nullable String createAdmin() {
        String given = settings.adminPassword();
        String password = given.isBlank() ? random() : given;
        boolean created = users.createFirst(USERNAME, password).isPresent();
        return created && given.isBlank() ? password : null;
    }

    private static String random() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, at) -> text.append(LETTERS.charAt(at)), StringBuilder::append)
                .toString();
    }

    private String address(ApplicationReadyEvent event) {
        if (!settings.address().isBlank()) {
            return settings.address();
        }
        int port =
                event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null
                        ? web.getWebServer().getPort()
                        : 0;
        return "http://localhost:" + port;
    }
}
