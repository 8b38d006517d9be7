/** The pages on which officers and centers log, and on which logs are read. They do what the API does, by the same use cases. */
@NullMarked
package org.parley.session.ui;

import org.jspecify.annotations.NullMarked;
