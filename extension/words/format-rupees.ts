const rupees = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR', maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR', maximumFractionDigits: 0 });

/** "₹1,24,800", "₹12.50": paise only where there are any. */
export function formatRupees(amount: number): string {
  return Math.round(amount * 100) % 100 === 0 ? whole.format(amount) : rupees.format(amount);
}
