package org.parley.casework.audit;

/**
 * Something in which books and platform don't agree.
 *
 * @param about the row's reference, the inbox's entry, or the figure
 * @param where who says otherwise
 */
public record Difference(String about, String where, String field, String books, String platform)
        implements Comparable<Difference> {

    @Override
    public int compareTo(Difference other) {
        return (about + where + field).compareTo(other.about + other.where + other.field);
    }

    @Override
    public String toString() {
        return "%s, %s, %s: books say %s, platform says %s"
                .formatted(about, where, field, named(books), named(platform));
    }

    private static String named(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
