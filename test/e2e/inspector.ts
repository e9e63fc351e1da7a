/** Memory of a running Node process, over its inspector (https://chromedevtools.github.io/devtools-protocol/). */
export async function heapAfterGc(port: number): Promise<number> {
	const [target] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
		webSocketDebuggerUrl: string;
	}[];
	const socket = new WebSocket(String(target?.webSocketDebuggerUrl));
	await new Promise((resolve) => socket.addEventListener('open', resolve));
	let id = 0;
	const call = <Result>(method: string, params = {}) =>
		new Promise<Result>((resolve) => {
			const own = ++id;
			socket.addEventListener('message', ({ data }) => {
				const answer = JSON.parse(String(data));
				if (answer.id === own) resolve(answer.result);
			});
			socket.send(JSON.stringify({ id: own, method, params }));
		});
	try {
		await call('HeapProfiler.enable');
		for (let round = 0; round < 3; round++) await call('HeapProfiler.collectGarbage');
		return (await call<{ usedSize: number }>('Runtime.getHeapUsage')).usedSize;
	} finally {
		socket.close();
	}
}
