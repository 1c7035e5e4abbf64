/**
 * Takes apart what invoices say to machines: the code of Swiss bills ({@link io.liasse.capture.invoice.SwissBill}) and
 * e-invoices ({@link io.liasse.capture.invoice.InvoiceReading}).
 */
@NullMarked
package io.liasse.capture.invoice;

import org.jspecify.annotations.NullMarked;
