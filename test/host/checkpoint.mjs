/**
 * Makes an SQLite database that nobody uses one file, without a write-ahead log beside it.
 * Arguments: a file beside whose packages the driver is, the database.
 */
import { createRequire } from 'node:module';

const [manifest, path] = process.argv.slice(2);
const { Database } = createRequire(manifest)('sqlite3');

new Database(path).exec('PRAGMA wal_checkpoint(TRUNCATE)', (error) => {
	if (error) throw error;
});
