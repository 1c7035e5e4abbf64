package io.liasse.capture.field;

import java.math.BigInteger;
import java.util.Locale;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.jspecify.annotations.Nullable;

/** A check that a value carries in itself. */
enum Check {
    NONE,
    /** ISO 13616. */
    IBAN,
    EAN13,
    LUHN,
    /** Modulo 10, recursive: Swiss payment references (SIX, Implementation Guidelines QR-bill, annex B). */
    MOD10,
    /** ISO 11649: creditor references that begin with RF. */
    RF;

    private static final int[] CARRIES = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};

    /** Null where there is nothing to check. Signs that only part digits do not count. */
    @Nullable
    Boolean passes(String value) {
        String plain = value.replaceAll("[\\s.'’/-]", "").toUpperCase(Locale.ROOT);
        return switch (this) {
            case NONE -> null;
            case IBAN -> IBANValidator.getInstance().isValid(plain);
            case EAN13 -> EAN13CheckDigit.EAN13_CHECK_DIGIT.isValid(plain);
            case LUHN -> LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(plain);
            case MOD10 -> isModulo10(plain);
            case RF -> isCreditorReference(plain);
        };
    }

    private static boolean isModulo10(String value) {
        if (!value.matches("\\d{2,30}")) {
            return false;
        }
        int carry = 0;
        for (char digit : value.substring(0, value.length() - 1).toCharArray()) {
            carry = CARRIES[(carry + digit - '0') % 10];
        }
        return (10 - carry) % 10 == value.charAt(value.length() - 1) - '0';
    }

    private static boolean isCreditorReference(String value) {
        if (!value.matches("RF\\d{2}[A-Z0-9]{1,21}")) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (value.substring(4) + value.substring(0, 4))
                .chars()
                .forEach(letter -> digits.append(Character.digit(letter, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
