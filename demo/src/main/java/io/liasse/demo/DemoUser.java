package io.liasse.demo;

import java.util.List;

/** A user of the demonstration, in the shape the REST interface takes; all have the same password. */
record DemoUser(String username, String displayName, String language, List<String> roles, String password) {
    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "DemoUser[" + username + "]";
    }
}
