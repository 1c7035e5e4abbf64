/**
 * Takes apart what invoices say to machines: the code of Swiss bills. Enter at {@link
 * io.liasse.capture.invoice.SwissBill}.
 */
@NullMarked
package io.liasse.capture.invoice;

import org.jspecify.annotations.NullMarked;
