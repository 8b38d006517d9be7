package org.parley.bench.delivery;

/**
 * One request that came to an endpoint.
 *
 * @param id of the webhook
 * @param at when it was there as a whole, in microseconds since 1970
 * @param answered 0 when it was not
 */
record Receipt(String center, String id, String referral, long at, int answered, boolean signed) {

    String line() {
        return String.join(
                " ", center, id, referral, Long.toString(at), Integer.toString(answered), Boolean.toString(signed));
    }

    static Receipt of(String line) {
        var words = line.split(" ", -1);
        return new Receipt(
                words[0],
                words[1],
                words[2],
                Long.parseLong(words[3]),
                Integer.parseInt(words[4]),
                Boolean.parseBoolean(words[5]));
    }
}
