/** A title names a field in single quotes, and says what happened in words that do not alarm. */
export function expectTitle(message: string): void {
	expect(message).toMatch(/^'[A-Z][^']*'[ ,] ?\S/);
	expect(message).not.toMatch(/error|problem|failure|mistake/i);
}
