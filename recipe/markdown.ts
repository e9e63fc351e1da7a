/** The Markdown of a recipe's texts (bold, code) as HTML, for a notice of n8n. */
export function htmlOf(markdown: string): string {
	return markdown
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
		.replace(/`(.+?)`/g, '<code>$1</code>');
}
