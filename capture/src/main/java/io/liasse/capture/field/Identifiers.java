package io.liasse.capture.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.EmailValidator;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;

/**
 * Identifiers that carry their own check: IBAN (ISO 13616), the Swiss insured number (EAN-13 beginning with 756), the
 * Swiss company number UID (eCH-0097, modulus 11), and e-mail addresses.
 */
final class Identifiers {
    private static final Pattern IBAN = Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}");
    private static final Pattern INSURED = Pattern.compile("\\b756[. ]?\\d{4}[. ]?\\d{4}[. ]?\\d{2}\\b");
    private static final Pattern COMPANY = Pattern.compile("\\bCHE[- ]?(\\d{3})[. ]?(\\d{3})[. ]?(\\d{3})\\b");
    private static final Pattern MAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}");
    private static final int[] COMPANY_WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4};
    private static final int SHORTEST_IBAN = 15;

    private Identifiers() {}

    static List<Find> in(String text) {
        List<Find> finds = new ArrayList<>();
        IBAN.matcher(text).results().forEach(match -> iban(text, match.start(), match.end(), finds));
        INSURED.matcher(text).results().forEach(match -> finds.add(insured(match.group(), match.start(), match.end())));
        Matcher company = COMPANY.matcher(text);
        while (company.find()) {
            String digits = company.group(1) + company.group(2) + company.group(3);
            String value = "CHE-" + company.group(1) + "." + company.group(2) + "." + company.group(3);
            finds.add(new Find("company-number", value, company.start(), company.end(), isCompany(digits)));
        }
        MAIL.matcher(text)
                .results()
                .filter(match -> EmailValidator.getInstance().isValid(match.group()))
                .forEach(match -> finds.add(
                        new Find("email", match.group().toLowerCase(Locale.ROOT), match.start(), match.end(), null)));
        return finds;
    }

    /**
     * Text after the number may look like more of it, so shorter pieces are tried, down to the shortest IBAN there is. A
     * number whose check fails is told only where the text itself calls it so.
     */
    private static void iban(String text, int start, int end, List<Find> finds) {
        for (int stop = end; stop > start; stop--) {
            String value = text.substring(start, stop).replace(" ", "");
            boolean whole = stop == text.length() || !Character.isLetterOrDigit(text.charAt(stop));
            if (value.length() < SHORTEST_IBAN) {
                break;
            }
            if (whole && IBANValidator.getInstance().isValid(value)) {
                finds.add(new Find("iban", value, start, stop, true));
                return;
            }
        }
        if (text.substring(0, start).toUpperCase(Locale.ROOT).contains("IBAN")) {
            finds.add(new Find("iban", text.substring(start, end).replace(" ", ""), start, end, false));
        }
    }

    private static Find insured(String found, int start, int end) {
        String digits = found.replaceAll("\\D", "");
        String value = "%s.%s.%s.%s"
                .formatted(
                        digits.substring(0, 3), digits.substring(3, 7), digits.substring(7, 11), digits.substring(11));
        return new Find("insured-number", value, start, end, EAN13CheckDigit.EAN13_CHECK_DIGIT.isValid(digits));
    }

    private static boolean isCompany(String digits) {
        int sum = 0;
        for (int i = 0; i < COMPANY_WEIGHTS.length; i++) {
            sum += COMPANY_WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check < 10 && check == digits.charAt(COMPANY_WEIGHTS.length) - '0';
    }
}
