package org.parley.casework.books;

import java.util.UUID;

/** A referral that was there before this run, and that nobody here touches. */
public record Repeat(String reference, UUID id, String state, long version) {}
