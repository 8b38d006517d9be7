package org.parley.casework.plan;

/**
 * How willing a center is.
 *
 * @param declines percent of its offers
 * @param lapses percent that it lets expire
 */
public record Temperament(int declines, int lapses) {

    public static final Temperament WILLING = new Temperament(8, 0);
    public static final Temperament RELUCTANT = new Temperament(40, 20);
}
