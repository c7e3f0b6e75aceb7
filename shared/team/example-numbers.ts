/** Example numbers in our own sentences. They belong to nobody and are shown complete to everybody. */
export const EXAMPLE_NUMBERS = 'such as 9845012345 or +919845012345';
export const EXAMPLE_EXOPHONES = 'such as 08088919888 or +918088919888';
