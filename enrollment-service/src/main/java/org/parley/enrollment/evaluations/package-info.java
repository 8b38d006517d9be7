/**
 * What officers say of a training, without anybody knowing who said it. All answers to one evaluation stand in its one
 * document, in the order of keyed hashes: so a link is burnt and an answer kept in one write, and neither a time nor an
 * order is kept with it, which a collection of documents would do by itself.
 */
@NullMarked
package org.parley.enrollment.evaluations;

import org.jspecify.annotations.NullMarked;
