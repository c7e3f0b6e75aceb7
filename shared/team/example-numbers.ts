/** Numbers that our own sentences give as examples. They are nobody's, and are shown whole to everybody. */
export const EXAMPLE_NUMBERS = 'such as 9845012345 or +919845012345';
export const EXAMPLE_EXOPHONES = 'such as 08088919888 or +918088919888';
