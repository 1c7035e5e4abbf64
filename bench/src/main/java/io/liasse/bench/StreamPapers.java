package io.liasse.bench;

import io.liasse.bench.StreamWorld.Dossier;
import io.liasse.bench.StreamWorld.Home;
import io.liasse.bench.StreamWorld.Organisation;
import io.liasse.bench.StreamWorld.Person;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What an organisation gets in the post: papers of known cases, told by different things, some by nothing at all. */
final class StreamPapers {
    /** Replies refer to mails at least so many papers older, so that those were read. */
    private static final int REPLIED_AFTER = 300;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final List<String> US =
            List.of("Pro Dossier, Fallführung / gestion de cas", "Postfach 117, 3001 Bern", "post@liasse.example");

    /** What tells the case, with how often of a thousand papers. */
    enum Told {
        REFERENCE(220),
        WRONG_REFERENCE(30),
        REFERENCE_OF_ANOTHER(10),
        INSURED_NUMBER(240),
        POLICY(110),
        BIRTH_DATE(110),
        SENDERS_NUMBER(110),
        NAME(70),
        THREAD(70),
        NO_CASE(30);

        private final int often;

        Told(int often) {
            this.often = often;
        }
    }

    /** How it comes. */
    enum Medium {
        PDF,
        POOR_TEXT,
        PICTURE,
        MAIL
    }

    /**
     * A paper.
     *
     * @param truth the case it belongs to; null for none
     * @param messageId of a mail, without brackets
     * @param replyTo the mail it answers
     * @param type its document type
     */
    record Paper(
            int number,
            @Nullable Dossier truth,
            Told told,
            Medium medium,
            String subject,
            List<String> lines,
            String sender,
            @Nullable String messageId,
            @Nullable String replyTo,
            String type) {}

    private record Sent(int number, String messageId) {}

    private final StreamWorld world;
    private final Map<Dossier, String> references;
    private final Random random;
    private final Map<Dossier, List<Sent>> mails = new HashMap<>();
    private final Map<String, String> sendersNumbers = new HashMap<>();
    private int written;

    StreamPapers(StreamWorld world, Map<Dossier, String> references, long seed) {
        this.world = world;
        this.references = references;
        this.random = new Random(seed ^ 0x5deece66dL);
    }

    List<Paper> next(int many) {
        List<Paper> papers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            papers.add(next());
        }
        return papers;
    }

    private Paper next() {
        int number = written++;
        Told told = told();
        Dossier dossier = any(world.dossiers());
        List<Sent> earlier = mails.getOrDefault(dossier, List.of()).stream()
                .filter(mail -> mail.number() <= number - REPLIED_AFTER)
                .toList();
        if (told == Told.THREAD && earlier.isEmpty()) {
            told = Told.BIRTH_DATE;
        }
        if (told == Told.POLICY && dossier.client().policy() == null) {
            told = Told.INSURED_NUMBER;
        }
        Medium medium = told == Told.THREAD ? Medium.MAIL : medium();
        return told == Told.NO_CASE
                ? advertising(number)
                : paper(
                        number,
                        dossier,
                        told,
                        medium,
                        told == Told.THREAD ? earlier.getLast().messageId() : null);
    }

    private Paper advertising(int number) {
        Organisation sender = any(world.organisations());
        StreamPhrases phrases = StreamPhrases.in(sender.language());
        List<String> lines = new ArrayList<>(head(sender));
        lines.add("");
        lines.addAll(phrases.advertising());
        return new Paper(
                number,
                null,
                Told.NO_CASE,
                Medium.PDF,
                phrases.advertising().getFirst(),
                lines,
                sender.email(),
                null,
                null,
                "other");
    }

    private Paper paper(int number, Dossier dossier, Told told, Medium medium, @Nullable String replyTo) {
        String type = type(told);
        Organisation sender = sender(type, dossier);
        boolean fromClient = told == Told.THREAD || (type.equals("letter") && random.nextInt(3) == 0);
        String language = fromClient ? dossier.client().language() : sender.language();
        StreamPhrases phrases = StreamPhrases.in(language);
        List<String> body = body(type, phrases, told);
        List<String> marks = marks(dossier, told, phrases, sender, fromClient);
        String subject = phrases.concerns() + ": " + marks.getFirst();
        String from = fromClient && dossier.client().email() != null
                ? dossier.client().email()
                : sender.email();
        List<String> lines = new ArrayList<>();
        if (medium != Medium.MAIL) {
            lines.addAll(fromClient ? headOf(dossier.client()) : head(sender));
            lines.add("");
            lines.addAll(US);
            lines.add("");
            lines.add(DAY.format(TODAY.plusDays(number / 60)));
            lines.add("");
            lines.add(subject);
        }
        lines.addAll(marks.subList(1, marks.size()));
        lines.add("");
        lines.add(phrases.salutation());
        lines.addAll(body);
        lines.add("");
        lines.add(phrases.closing());
        lines.add(fromClient ? dossier.client().name() : sender.name());
        String messageId = medium == Medium.MAIL ? "m" + number + ".stream@post.example" : null;
        if (messageId != null) {
            mails.computeIfAbsent(dossier, none -> new ArrayList<>()).add(new Sent(number, messageId));
        }
        String mailSubject = told == Told.THREAD ? "Re: " + phrases.ours() : subject;
        return new Paper(number, dossier, told, medium, mailSubject, lines, from, messageId, replyTo, type);
    }

    /** The line of the subject first. */
    private List<String> marks(
            Dossier dossier, Told told, StreamPhrases phrases, Organisation sender, boolean fromClient) {
        Person client = dossier.client();
        String reference = Objects.requireNonNull(references.get(dossier));
        String born = phrases.born() + " " + DAY.format(client.born());
        String numbered = phrases.insured() + " " + client.insuredNumber();
        return switch (told) {
            case REFERENCE -> List.of(client.name(), phrases.theirs() + ": " + reference);
            case WRONG_REFERENCE -> List.of(client.name() + ", " + born, phrases.theirs() + ": " + mistyped(reference));
            case REFERENCE_OF_ANOTHER ->
                List.of(
                        client.name(),
                        phrases.theirs() + ": " + Objects.requireNonNull(references.get(any(world.dossiers()))),
                        numbered);
            case INSURED_NUMBER -> random.nextInt(5) == 0 ? List.of(numbered) : List.of(client.name(), numbered);
            case POLICY -> List.of(client.name(), phrases.policy() + " " + client.policy());
            case BIRTH_DATE -> List.of(client.name() + ", " + born);
            case SENDERS_NUMBER -> sendersNumber(dossier, sender, phrases, client, fromClient);
            case NAME -> List.of(client.name());
            case THREAD, NO_CASE -> List.of(phrases.ours());
        };
    }

    private List<String> sendersNumber(
            Dossier dossier, Organisation sender, StreamPhrases phrases, Person client, boolean fromClient) {
        if (fromClient) {
            return List.of(client.name() + ", " + phrases.born() + " " + DAY.format(client.born()));
        }
        String key = dossier.number() + "/" + sender.name();
        boolean known = sendersNumbers.containsKey(key);
        String number = sendersNumbers.computeIfAbsent(key, none -> "K" + (100_000 + random.nextInt(899_999)));
        String line = phrases.ours() + ": " + number;
        return known && random.nextInt(10) < 7 ? List.of(line) : List.of(client.name(), line);
    }

    private String mistyped(String reference) {
        int at = 5 + random.nextInt(6);
        char digit = (char) ('0' + (reference.charAt(at) - '0' + 1 + random.nextInt(8)) % 10);
        return reference.substring(0, at) + digit + reference.substring(at + 1);
    }

    private List<String> body(String type, StreamPhrases phrases, Told told) {
        if (told == Told.THREAD) {
            return phrases.reply();
        }
        return switch (type) {
            case "invoice" -> {
                List<String> lines = new ArrayList<>(phrases.invoice());
                lines.set(1, lines.get(1) + " CHF " + (50 + random.nextInt(900)) + ".00");
                yield lines;
            }
            case "medical-report" -> phrases.report();
            case "decision" -> phrases.decision();
            default -> phrases.letter();
        };
    }

    private String type(Told told) {
        return told == Told.THREAD
                ? "message"
                : List.of("invoice", "invoice", "medical-report", "decision", "letter")
                        .get(random.nextInt(5));
    }

    private Organisation sender(String type, Dossier dossier) {
        return switch (type) {
            case "decision" -> dossier.insurer();
            case "letter" -> random.nextBoolean() ? dossier.employer() : dossier.insurer();
            case "invoice" -> random.nextInt(10) < 7 ? dossier.physician() : any(world.organisations());
            default -> random.nextInt(10) < 8 ? dossier.physician() : any(world.organisations());
        };
    }

    private static List<String> head(Organisation sender) {
        return List.of(sender.name(), sender.home().street(), sender.home().town(), sender.email(), sender.iban());
    }

    private List<String> headOf(Person client) {
        Home home = world.homeToday(client, random);
        return List.of(client.name(), home.street(), home.town());
    }

    private Told told() {
        int at = random.nextInt(1000);
        for (Told each : Told.values()) {
            at -= each.often;
            if (at < 0) {
                return each;
            }
        }
        return Told.REFERENCE;
    }

    private Medium medium() {
        int at = random.nextInt(100);
        return at < 4 ? Medium.PICTURE : at < 32 ? Medium.POOR_TEXT : at < 52 ? Medium.MAIL : Medium.PDF;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
