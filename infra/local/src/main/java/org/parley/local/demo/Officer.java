package org.parley.local.demo;

import java.util.UUID;

/** An officer of the year; the rest of the platform knows no more of one, either. */
record Officer(UUID id, String command, boolean nco) {}
