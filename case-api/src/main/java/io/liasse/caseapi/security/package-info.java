/**
 * Who is calling: local users by form, HTTP Basic or API token, throttled and journaled, and the headers that keep a
 * browser from doing what it should not. What a user may then see is decided in {@code io.liasse.store.access}.
 */
@NullMarked
package io.liasse.caseapi.security;

import org.jspecify.annotations.NullMarked;
