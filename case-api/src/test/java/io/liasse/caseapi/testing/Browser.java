package io.liasse.caseapi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person before the screens, without scripts: keeps cookies, sends forms with the token against forgery. */
public final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern TOKEN_BEHIND = Pattern.compile("value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

    private final String address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Browser(String address) {
        this.address = address;
    }

    public Answer get(String path) {
        return send(request(path).header("Accept", "text/html,*/*;q=0.8").GET());
    }

    public Answer get(String path, String header, String value) {
        return send(request(path).header(header, value).GET());
    }

    /** Sends a form of a person who is signed in. */
    public Answer post(String path, Map<String, String> fields) {
        return post(path, fields, tokenIn(get("/").text()));
    }

    private Answer post(String path, Map<String, String> fields, String token) {
        String form = "_csrf=" + encoded(token)
                + fields.entrySet().stream()
                        .map(field -> "&" + encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining());
        return postRaw(path, form);
    }

    /** Sends a form that is already encoded; the token goes with it when there is one, and when nobody is signed in, none. */
    public Answer postWithToken(String path, String form) {
        Answer page = get("/");
        String token = page.status() == 200 ? "_csrf=" + encoded(tokenIn(page.text())) + "&" : "";
        return postRaw(path, token + form);
    }

    /** Sends a form just so, with no token but what is in it. */
    public Answer postRaw(String path, String form) {
        return send(request(path)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    public Answer signIn(String username, String password) {
        Map<String, String> fields = Map.of("username", username, "password", password);
        return post("/sign-in", fields, tokenIn(get("/sign-in").text()));
    }

    private static String tokenIn(String html) {
        for (Pattern form : new Pattern[] {TOKEN, TOKEN_BEHIND}) {
            Matcher found = form.matcher(html);
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new IllegalStateException("no token in " + html);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
