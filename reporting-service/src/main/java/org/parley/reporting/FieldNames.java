package org.parley.reporting;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Values as parts of field names in the store, where dots, dollars and the separator of the parts mean something. */
public final class FieldNames {

    private FieldNames() {}

    public static String safe(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace(".", "%2E");
    }

    public static String plain(String safe) {
        return URLDecoder.decode(safe, StandardCharsets.UTF_8);
    }
}
