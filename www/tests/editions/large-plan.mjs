// A plan of many made-up trusts, as text.

/** @param {number} count of organisations */
export function largePlan(count) {
  const organisations = Array.from({ length: count }, (_, place) => ({
    code: `T${String(place).padStart(3, '0')}`,
    name: `Made-up trust ${place}`,
    side: 'provider',
    control_total: { amount: String(1000 - 7 * place), spread: 'straight_line' },
    allocation: { STF: String(100 + place) },
    accepted: true,
    actual: Object.fromEntries([1, 2, 3, 4].map((quarter) => [`Q${quarter}`, String((250 - 2 * place) * quarter)])),
  }));
  return JSON.stringify({
    kind: 'control-total-plan',
    version: 1,
    title: 'Largeshire',
    year: '2017/18',
    fund: 'STF',
    unit: 'thousands',
    illustrative: true,
    organisations,
  });
}
