package io.liasse.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * People, organisations and cases, made up from a seed. One person in twenty-five is called as another one is; one in
 * twelve has two cases; one in eight has moved since the register was written.
 */
final class StreamWorld {
    private static final List<String> LANGUAGES = List.of("fr", "fr", "fr", "fr", "de", "de", "de", "de", "it", "en");
    private static final double SAME_NAME = 0.04;
    private static final double SECOND_CASE = 0.08;
    private static final double MOVED = 0.12;
    private static final int ORGANISATIONS = 160;

    /** Where someone lives. */
    record Home(String street, String town) {}

    /** A client. Only what is not null is known to the register. */
    record Person(
            String name,
            String family,
            LocalDate born,
            String insuredNumber,
            @Nullable String policy,
            @Nullable String email,
            Home home,
            String language) {}

    /** Who writes. */
    record Organisation(String kind, String name, Home home, String email, String iban, String language) {}

    /** A case to be opened. {@code second}: the client has another one. */
    record Dossier(
            int number,
            Person client,
            Organisation insurer,
            Organisation physician,
            Organisation employer,
            boolean second) {
        List<Organisation> organisations() {
            return List.of(insurer, physician, employer);
        }
    }

    private final Random random;
    private final List<Organisation> organisations = new ArrayList<>();
    private final List<Dossier> dossiers = new ArrayList<>();

    StreamWorld(long seed, int cases) {
        this.random = new Random(seed);
        for (int i = 0; i < ORGANISATIONS; i++) {
            organisations.add(organisation(i));
        }
        for (int i = 0; i < cases; i++) {
            dossiers.add(dossier(i));
        }
    }

    List<Dossier> dossiers() {
        return List.copyOf(dossiers);
    }

    List<Organisation> organisations() {
        return List.copyOf(organisations);
    }

    private Dossier dossier(int number) {
        boolean second = number > 20 && random.nextDouble() < SECOND_CASE;
        Person client = second ? any(dossiers).client() : person();
        return new Dossier(number, client, of("insurer"), of("physician"), of("employer"), second);
    }

    private Organisation of(String kind) {
        return any(
                organisations.stream().filter(each -> each.kind().equals(kind)).toList());
    }

    private Person person() {
        String language = any(LANGUAGES);
        StreamPhrases phrases = StreamPhrases.in(language);
        String family = any(phrases.families());
        String name = any(phrases.given()) + " " + family;
        if (!dossiers.isEmpty() && random.nextDouble() < SAME_NAME) {
            Person twin = any(dossiers).client();
            name = twin.name();
            family = twin.family();
            language = twin.language();
        } else if (random.nextDouble() < 0.5) {
            String further = any(phrases.families());
            name += "-" + further;
            family += "-" + further;
        }
        String mail = StreamNoise.plain(name).replace(' ', '.') + random.nextInt(100) + "@post.example";
        return new Person(
                name,
                family,
                LocalDate.of(1940, 1, 1).plusDays(random.nextInt(365 * 65)),
                insuredNumber(),
                random.nextDouble() < 0.7 ? policy() : null,
                random.nextDouble() < 0.6 ? mail : null,
                home(phrases),
                language);
    }

    private Home home(StreamPhrases phrases) {
        return new Home(any(phrases.streets()) + " " + (1 + random.nextInt(90)), any(phrases.towns()));
    }

    /** Where the paper says that the client lives: not always where the register says it. */
    Home homeToday(Person person, Random paper) {
        return paper.nextDouble() < MOVED ? home(StreamPhrases.in(person.language())) : person.home();
    }

    private Organisation organisation(int number) {
        String kind = number < 8 ? "insurer" : number < 80 ? "physician" : "employer";
        String language = LANGUAGES.get(number % LANGUAGES.size());
        StreamPhrases phrases = StreamPhrases.in(language);
        String family = any(phrases.families());
        String name = switch (kind) {
            case "insurer" ->
                List.of(
                                "Helvita",
                                "Concordanza",
                                "Alpina Leben",
                                "Vaudoise Santé",
                                "Sanatis",
                                "Mutua Ticino",
                                "Provida",
                                "Northgate")
                        .get(number);
            case "physician" -> "Dr. med. " + any(phrases.given()) + " " + family;
            default -> family + " & Co. " + (number % 3 == 0 ? "SA" : "AG");
        };
        String domain = StreamNoise.plain(name).replaceAll("[^a-z]", "") + number + ".example";
        return new Organisation(kind, name, home(phrases), "info@" + domain, iban(), language);
    }

    private String insuredNumber() {
        String twelve = "756" + digits(9);
        int sum = IntStream.range(0, 12)
                .map(i -> (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3))
                .sum();
        String all = twelve + (10 - sum % 10) % 10;
        return "%s.%s.%s.%s"
                .formatted(all.substring(0, 3), all.substring(3, 7), all.substring(7, 11), all.substring(11));
    }

    private String policy() {
        return "%s-%s.%s".formatted((char) ('A' + random.nextInt(26)), digits(3), digits(4));
    }

    /** Swiss, with its check digits (ISO 13616). */
    private String iban() {
        String account = "0" + digits(4) + digits(12);
        java.math.BigInteger all = new java.math.BigInteger(account + "121700");
        return "CH%02d%s"
                .formatted(98 - all.mod(java.math.BigInteger.valueOf(97)).intValue(), account)
                .toUpperCase(Locale.ROOT);
    }

    private String digits(int many) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < many; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
