package org.parley.enrollment;

/** How many wrong codes an officer has sent on one training day. */
public record WrongCodes(int day, int count) {}
