package io.liasse.store.access;

/** What a user does here; a user may have several. What each admits is decided in {@link AccessPolicy} only. */
public enum Role {
    /** Scans and clears the inbox. */
    CLERK,
    /** Steers the cases assigned. */
    CASE_MANAGER,
    /** Sees and assigns all cases that are not sealed. */
    SUPERVISOR,
    /** Owns retention, logs and access requests; reads all cases that are not sealed. */
    RECORDS_OFFICER,
    /** Configures users, channels and types; reads no case by this role alone. */
    ADMINISTRATOR,
    /** A program that posts documents and sees those it posted and the cases granted to it. */
    EXTERNAL_SYSTEM
}
