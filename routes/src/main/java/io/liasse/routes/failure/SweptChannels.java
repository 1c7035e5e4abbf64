package io.liasse.routes.failure;

import java.util.List;

/** The channels of one kind, as configured. */
public interface SweptChannels {
    List<? extends Sweep> sweeps();
}
