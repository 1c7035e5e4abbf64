package io.liasse.caseapi.web;

import io.liasse.store.access.User;
import io.liasse.store.access.Users;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a request: the one asked for by the parameter {@code lang} (remembered in a cookie), else the cookie,
 * else the setting of the user, else what the browser prefers, else English. Dates and numbers follow Swiss usage, in
 * English British usage.
 */
@Component("localeResolver")
public class LayoutLanguage implements LocaleResolver {
    /** The languages there are, in the order the screens offer them. */
    public static final List<String> LANGUAGES = List.of("fr", "de", "it", "en");

    static final String PARAMETER = "lang";
    private static final String COOKIE = "language";
    private static final String CHOSEN = LayoutLanguage.class.getName();

    private final Users users;

    LayoutLanguage(Users users) {
        this.users = users;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Object known = request.getAttribute(CHOSEN);
        if (known instanceof Locale locale) {
            return locale;
        }
        Locale locale = locale(language(request));
        request.setAttribute(CHOSEN, locale);
        return locale;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale wanted) {
        if (wanted == null || response == null || !LANGUAGES.contains(wanted.getLanguage())) {
            return;
        }
        request.setAttribute(CHOSEN, locale(wanted.getLanguage()));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, wanted.getLanguage())
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    /** The locale in which texts, dates and numbers of a language are written. */
    public static Locale locale(String language) {
        return "en".equals(language) ? Locale.UK : Locale.of(language, "CH");
    }

    private String language(HttpServletRequest request) {
        return known(request.getParameter(PARAMETER))
                .or(() -> fromCookie(request))
                .or(() -> fromUser(request))
                .or(() -> fromBrowser(request))
                .orElse("en");
    }

    private static Optional<String> known(@Nullable String language) {
        return Optional.ofNullable(language).filter(LANGUAGES::contains);
    }

    private static Optional<String> fromCookie(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : known(cookie.getValue());
    }

    private Optional<String> fromUser(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal == null
                ? Optional.empty()
                : users.named(principal.getName()).map(User::language);
    }

    private static Optional<String> fromBrowser(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .filter(LANGUAGES::contains)
                        .findFirst();
    }
}
