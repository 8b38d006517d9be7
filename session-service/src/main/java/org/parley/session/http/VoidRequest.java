package org.parley.session.http;

import jakarta.validation.constraints.NotNull;
import org.parley.session.VoidReason;

/** Why a log shall count no more. */
record VoidRequest(@NotNull VoidReason reason) {}
