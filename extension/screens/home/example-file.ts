/** A file that shows what is wanted: headings, one number a row, any other columns. Numbers in a range kept for fiction are not called. */
export const EXAMPLE_CSV = [
  '\uFEFFName,Mobile,City',
  'Asha Rao,98450 00001,Bengaluru',
  'Vikram Singh,+91 98110 00002,Delhi',
  '"Iyer, Meera",09840000003,Chennai',
  '',
].join('\r\n');
