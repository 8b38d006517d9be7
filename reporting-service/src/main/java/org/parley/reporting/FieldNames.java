package org.parley.reporting;

/** Codes as parts of field names in the store, where a dot means something. */
public final class FieldNames {

    private FieldNames() {}

    public static String safe(String code) {
        return code.replace(".", "%2E");
    }

    public static String plain(String safe) {
        return safe.replace("%2E", ".");
    }
}
