/**
 * What people consent to, and who was told what: {@link io.liasse.store.consent.Consents},
 * {@link io.liasse.store.consent.Disclosures}.
 */
@NamedInterface("consent")
@NullMarked
package io.liasse.store.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
