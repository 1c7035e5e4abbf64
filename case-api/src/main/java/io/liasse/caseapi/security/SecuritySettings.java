package io.liasse.caseapi.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code liasse.security.*}.
 *
 * @param adminPassword of the first user; empty: one is made up and printed at the first start
 * @param address under which people reach the program, for the line printed at start; empty: localhost and the port
 */
@ConfigurationProperties("liasse.security")
record SecuritySettings(
        @DefaultValue("") String adminPassword,
        @DefaultValue("") String address) {
    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "SecuritySettings[address=" + address + "]";
    }
}
