package io.liasse.demo;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs a mail server for the demonstration, waits for the program, makes users and cases when there are none, and sends
 * documents by hot folder, mail and REST. Arguments: address of the program, its home folder, the port for IMAP, the password.
 */
public final class Demonstration {
    static final String MAILBOX = "post@liasse.example";
    static final String MAIL_PASSWORD = "post";

    /** What the files, mails and posts below come to, attachments counted. */
    private static final int DOCUMENTS = 15;

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Program program;
    private final String password;
    private final Path hotFolder;
    private final PaperScan scanner = new PaperScan();

    private Demonstration(Program program, String password, Path hotFolder) {
        this.program = program;
        this.password = password;
        this.hotFolder = hotFolder;
    }

    public static void main(String[] arguments) throws Exception {
        GreenMailUser mailbox = startMailServer(Integer.parseInt(arguments[2]));
        String password = arguments[3];
        Program program = new Program(arguments[0], "admin", password);
        program.awaitReady();
        if (!program.hasCases()) {
            new Demonstration(program, password, Path.of(arguments[1], "hot")).play(mailbox);
        }
        System.out.println(invitation(arguments[0], password));
        Thread.currentThread().join();
    }

    private static String invitation(String address, String password) {
        String people = Scenario.users(password).stream()
                .map(user -> "  %-17s %s, %s%n"
                        .formatted(
                                user.username(),
                                user.roles().getFirst().toLowerCase(Locale.ROOT).replace('_', ' '),
                                user.language()))
                .collect(Collectors.joining());
        return """

                The demonstration is ready. Everybody has the password %s:
                %s  %-17s everything but sealed cases, en
                Open %s and sign in.""".formatted(password, people, "admin", address.replace("127.0.0.1", "localhost"));
    }

    private static GreenMailUser startMailServer(int imapPort) {
        GreenMail server = new GreenMail(new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        return server.setUser(MAILBOX, MAILBOX, MAIL_PASSWORD);
    }

    private void play(GreenMailUser mailbox) throws IOException, InterruptedException, MessagingException {
        for (DemoUser user : Scenario.users(password)) {
            program.create(user);
        }
        List<String> references = new ArrayList<>();
        for (Story story : Scenario.stories()) {
            references.add(tell(story));
        }
        send(references, mailbox);
        awaitRead();
    }

    private String tell(Story story) throws IOException, InterruptedException {
        Program person = program.as(story.by(), password);
        String reference = person.open(story.opening());
        for (String phase : story.phases()) {
            person.moveTo(reference, phase);
        }
        for (String note : story.notes()) {
            person.note(reference, note);
        }
        if (story.closed()) {
            person.close(reference);
        }
        return reference;
    }

    private void awaitRead() throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(LONGEST);
        while (program.documentsRead() < DOCUMENTS && Instant.now().isBefore(limit)) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private void send(List<String> references, GreenMailUser mailbox)
            throws IOException, InterruptedException, MessagingException {
        List<Letter> letters = Scenario.lettersNaming(references);
        drop("scanner-2nd-floor", letters.get(0).fileName(), scanner.pdf(letters.get(0)));
        drop("scanner-2nd-floor", letters.get(1).fileName(), scanner.pdf(letters.get(1)));
        Letter undecided = Scenario.letterNamingTwo(references);
        drop("scanner-2nd-floor", undecided.fileName(), scanner.pdf(undecided));
        drop("scanner-2nd-floor", "lettera-comune.pdf", scanner.pdf(Scenario.letterWithoutReference()));
        drop(references.get(2), "fattura.jpg", sample("it-invoice-a4bill_ex4.jpg"));
        drop("archive", "rapport-1984.jpg", sample("fr-rapport-bnf-1984-15-20092-default.jpg"));
        program.post("EN16931_Einfach.pdf", sample("EN16931_Einfach.pdf"));
        program.post("Rechnung " + references.get(1) + ".jpg", sample("de-invoice-mustangbeispiel20221026.jpg"));
        program.as("urs.keller", password).post("ocr_test.pdf", sample("ocr_test.pdf"));
        mailbox.deliver(mail(references.get(3)));
        mailbox.deliver(new MimeMessage(session(), open("eml_with_attachment.eml")));
    }

    /** Writes under a temporary name and renames, as scanners do. */
    private void drop(String subfolder, String name, byte[] content) throws IOException {
        Path folder = Files.createDirectories(hotFolder.resolve(subfolder));
        Path part = Files.write(folder.resolve(name + ".part"), content);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private MimeMessage mail(String reference) throws MessagingException, IOException {
        MimeMessage mail = new MimeMessage(session());
        mail.setFrom(new InternetAddress("jane.smith@example.org"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(MAILBOX));
        mail.setSubject("Invoice charged twice, case " + reference, StandardCharsets.UTF_8.name());
        MimeBodyPart text = new MimeBodyPart();
        text.setText(
                "Dear Sir or Madam,\n\nplease find the invoice attached. It was charged twice in May.\n\nKind regards\nJane Smith",
                StandardCharsets.UTF_8.name());
        mail.setContent(new MimeMultipart(text, attachment("invoice.pdf", "application/pdf")));
        ((MimeMultipart) mail.getContent())
                .addBodyPart(attachment(
                        "lorem_ipsum.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
        mail.saveChanges();
        return mail;
    }

    private static MimeBodyPart attachment(String name, String mediaType) throws MessagingException, IOException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(sample(name), mediaType)));
        part.setFileName(name);
        return part;
    }

    private static Session session() {
        return Session.getInstance(new Properties());
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream bytes = open(name)) {
            return bytes.readAllBytes();
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Demonstration.class.getResourceAsStream("/samples/" + name), name);
    }
}
