package org.parley.referral.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;

/** The keys this service works with, and the algorithms that Tink knows for them. */
public record Keys(HashKey fingerprints, HashKey places, Aead contacts, Configuration tink) {}
