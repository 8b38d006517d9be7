package org.parley.reporting.releases;

import java.util.Arrays;
import java.util.List;

/**
 * The least and the most of each variable under linear constraints, exactly: a simplex over whole numbers that share one
 * denominator (Edmonds), with the choice of pivots that never runs in circles (Bland). A library's answer over floating
 * point was tried and was wrong.
 */
final class LinearProgram {

    static final double UNBOUNDED = Double.POSITIVE_INFINITY;

    /** @param isEqual the sum is the value, otherwise it is at most the value */
    record Constraint(int[] factors, boolean isEqual, long value) {}

    private final int variables;
    private final int columns;
    private final long[][] rows;
    private final int[] basis;
    private long denominator = 1;

    /** All variables are zero or more. */
    LinearProgram(int variables, List<Constraint> constraints) {
        this.variables = variables;
        var many = constraints.size();
        columns = variables + many;
        // variables, slacks, artificial ones, value
        rows = new long[many][columns + many + 1];
        basis = new int[many];
        for (var i = 0; i < many; i++) {
            var constraint = constraints.get(i);
            for (var j = 0; j < variables; j++) {
                rows[i][j] = constraint.factors()[j];
            }
            rows[i][variables + i] = constraint.isEqual() ? 0 : 1;
            rows[i][value()] = constraint.value();
            if (constraint.value() < 0) {
                negate(i);
            }
            rows[i][columns + i] = 1;
            basis[i] = columns + i;
        }
        findAnySolution();
    }

    private LinearProgram(LinearProgram other) {
        variables = other.variables;
        columns = other.columns;
        rows = Arrays.stream(other.rows).map(long[]::clone).toArray(long[][]::new);
        basis = other.basis.clone();
        denominator = other.denominator;
    }

    double least(int variable) {
        return new LinearProgram(this).best(variable, 1);
    }

    double most(int variable) {
        return new LinearProgram(this).best(variable, -1);
    }

    private void findAnySolution() {
        var artificial = new long[value() + 1];
        Arrays.fill(artificial, columns, value(), 1);
        if (!improve(artificial, value())) {
            throw new AssertionError("A sum of positive numbers is bounded");
        }
        for (var i = 0; i < rows.length; i++) {
            if (basis[i] >= columns && rows[i][value()] != 0) {
                throw new AssertionError("What is public contradicts itself");
            }
        }
        for (var i = 0; i < rows.length; i++) {
            for (var j = 0; j < columns && basis[i] >= columns; j++) {
                if (rows[i][j] != 0) {
                    if (rows[i][j] < 0) {
                        negate(i);
                    }
                    pivot(i, j);
                }
            }
        }
    }

    private double best(int variable, int sign) {
        var costs = new long[value() + 1];
        costs[variable] = sign;
        if (!improve(costs, columns)) {
            return UNBOUNDED;
        }
        for (var i = 0; i < rows.length; i++) {
            if (basis[i] == variable) {
                return (double) rows[i][value()] / denominator;
            }
        }
        return 0;
    }

    /** Makes the costs as small as they can be. False if they can be as small as one likes. */
    private boolean improve(long[] costs, int most) {
        while (true) {
            var enters = -1;
            for (var j = 0; j < most && enters < 0; j++) {
                if (reduced(costs, j) < 0) {
                    enters = j;
                }
            }
            if (enters < 0) {
                return true;
            }
            var leaves = -1;
            for (var i = 0; i < rows.length; i++) {
                if (rows[i][enters] > 0 && (leaves < 0 || isBefore(i, leaves, enters))) {
                    leaves = i;
                }
            }
            if (leaves < 0) {
                return false;
            }
            pivot(leaves, enters);
        }
    }

    private boolean isBefore(int one, int other, int enters) {
        var difference = Math.subtractExact(
                Math.multiplyExact(rows[one][value()], rows[other][enters]),
                Math.multiplyExact(rows[other][value()], rows[one][enters]));
        return difference < 0 || (difference == 0 && basis[one] < basis[other]);
    }

    private long reduced(long[] costs, int column) {
        var sum = Math.multiplyExact(costs[column], denominator);
        for (var i = 0; i < rows.length; i++) {
            sum -= Math.multiplyExact(costs[basis[i]], rows[i][column]);
        }
        return sum;
    }

    private void pivot(int row, int column) {
        var by = rows[row][column];
        for (var i = 0; i < rows.length; i++) {
            if (i != row) {
                var factor = rows[i][column];
                for (var j = 0; j <= value(); j++) {
                    rows[i][j] = Math.subtractExact(
                                    Math.multiplyExact(rows[i][j], by), Math.multiplyExact(factor, rows[row][j]))
                            / denominator;
                }
            }
        }
        denominator = by;
        basis[row] = column;
    }

    private void negate(int row) {
        for (var j = 0; j <= value(); j++) {
            rows[row][j] = -rows[row][j];
        }
    }

    private int value() {
        return columns + basis.length;
    }
}
